using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Connection;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Confirms users who signed up by themselves: without a code, or as the user by the code.</summary>
/// <remarks>
/// <para>The user becomes CONFIRMED; e-mail address and phone number do not become verified by it: Set-CognitoUser -Attribute @{
/// email_verified = $true } does that.</para>
/// <para>Operations: AdminConfirmSignUp, ConfirmSignUp. Several at once.</para>
/// </remarks>
/// <example>
/// One user.
/// <code>Confirm-CognitoUser -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// By the code, as the user, without AWS credentials.
/// <code>Confirm-CognitoUser -ClientId 4example0client0id0web0000 -Region eu-west-1 -Username anna -ConfirmationCode 123456</code>
/// </example>
/// <example>
/// Everybody who has not confirmed.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Status UNCONFIRMED | Confirm-CognitoUser</code>
/// </example>
[Cmdlet(VerbsLifecycle.Confirm, "CognitoUser", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User), typeof(SignUp))]
public sealed class ConfirmCognitoUserCommand : AccountCommand
{
    /// <summary>
    /// The code that was sent, as a SecureString or as text: the user confirms by it, through -ClientId, without AWS credentials.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = Account)]
    [Alias("Code")]
    [SecretText]
    public SecureString ConfirmationCode { get; set; } = new();

    /// <summary>Takes an e-mail address or phone number away from the user who has it as an alias until now.</summary>
    [Parameter(ParameterSetName = Account)]
    public SwitchParameter ForceAliasCreation { get; set; }

    /// <summary>The session of the sign-up, as Register-CognitoUser gives it: the user can then be signed in by what comes out.</summary>
    [Parameter(ParameterSetName = Account, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? Session { get; set; }

    private protected override string Action => "Confirm the sign-up";

    private protected override UserAct Prepare(string username)
    {
        var request = new AdminConfirmSignUpRequest
        {
            UserPoolId = UserPoolId,
            Username = username,
            ClientMetadata = Metadata,
        };
        return (client, token) => client.AdminConfirmSignUpAsync(request, token);
    }

    private protected override async Task<object?> ActAsync(
        string username,
        string region,
        Func<Func<IAmazonCognitoIdentityProvider, string?, Task>, Task> send
    )
    {
        ConfirmSignUpResponse? reply = null;
        await send(
            async (client, hash) =>
                reply = await client
                    .ConfirmSignUpAsync(
                        new ConfirmSignUpRequest
                        {
                            ClientId = ClientId,
                            SecretHash = hash,
                            Username = username,
                            ConfirmationCode = SecureText.Reveal(ConfirmationCode),
                            ForceAliasCreation = ForceAliasCreation ? true : null,
                            Session = Session is null ? null : SecureText.Reveal(Session),
                            ClientMetadata = Metadata,
                            UserContextData = UserContextData,
                            AnalyticsMetadata = AnalyticsMetadata,
                        },
                        StopToken
                    )
                    .ConfigureAwait(false)
        );
        return reply?.Session is not { } session
            ? null
            : new SignUp(username, ClientId, region)
            {
                UserConfirmed = true,
                ClientSecret = ClientSecret,
                UserPoolId = NamedPool,
                Session = SecureText.Hide(session),
            };
    }
}
