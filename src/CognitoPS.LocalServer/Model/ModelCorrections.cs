namespace CognitoPS.LocalServer.Model;

/// <summary>Where the live service was seen to differ from its published model.</summary>
internal static class ModelCorrections
{
    /// <summary>Sets of values in the order of the service's messages; the others stand in the order of the alphabet.</summary>
    internal static readonly Dictionary<string, string[]> EnumOrders = new()
    {
        ["AccountTakeoverEventActionType"] = ["MFA_IF_CONFIGURED", "BLOCK", "NO_ACTION", "MFA_REQUIRED"],
        ["EventFilterType"] = ["SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"],
        ["IdentityProviderTypeType"] = ["Facebook", "SAML", "SignInWithApple", "LoginWithAmazon", "OIDC", "Google"],
        ["UserPoolMfaType"] = ["OPTIONAL", "OFF", "ON"],
        ["VerifiedAttributeType"] = ["phone_number", "email"],
    };

    // A password can have spaces between other characters.
    private const string Password = @"[\S]+.*[\S]+";

    /// <summary>Patterns that a member has; null where the operation itself refuses what the pattern would.</summary>
    internal static readonly Dictionary<(string Structure, string Member), string?> Patterns = new()
    {
        [("CreateUserPoolDomainRequest", "Domain")] = null,
        [("DeleteUserPoolDomainRequest", "Domain")] = null,
        [("DescribeUserPoolDomainRequest", "Domain")] = null,
        [("UpdateUserPoolDomainRequest", "Domain")] = null,
        [("MessageTemplateType", "EmailMessage")] = @"[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{####\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*",
        [("MessageTemplateType", "SMSMessage")] = @".*\{####\}.*",
        [("AdminCreateUserRequest", "TemporaryPassword")] = Password,
        [("AdminSetUserPasswordRequest", "Password")] = Password,
        [("ChangePasswordRequest", "PreviousPassword")] = Password,
        [("ChangePasswordRequest", "ProposedPassword")] = Password,
        [("ConfirmForgotPasswordRequest", "Password")] = Password,
        [("SignUpRequest", "Password")] = Password,
    };

    /// <summary>Lists that can be longer than the model says: of a schema only custom attributes count.</summary>
    internal static readonly HashSet<(string Structure, string Member)> Unlimited = [("CreateUserPoolRequest", "Schema")];

    /// <summary>Names of members in messages.</summary>
    internal static readonly Dictionary<(string Structure, string Member), string> Paths = new()
    {
        [("AdminCreateUserConfigType", "InviteMessageTemplate")] = "inviteMessage",
    };

    /// <summary>Booleans that cannot be null but take a text.</summary>
    internal static readonly HashSet<(string Structure, string Member)> LooseBooleans =
    [
        ("CreateManagedLoginBrandingRequest", "UseCognitoProvidedValues"),
        ("UpdateManagedLoginBrandingRequest", "UseCognitoProvidedValues"),
    ];
}
