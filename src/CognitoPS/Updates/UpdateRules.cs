using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Settings;

namespace CognitoPS.Updates;

/// <summary>
/// What one resource's update takes of what its describe gives. Every described member that the update does not take
/// under its own name stands here, so that a member which the service adds one day is not forgotten.
/// </summary>
internal sealed record UpdateRules
{
    /// <summary>Everything that is described can be updated.</summary>
    public static readonly UpdateRules None = new();

    public static readonly UpdateRules UserPool = new()
    {
        Renamed = [("Name", "PoolName")],
        ReadOnly =
        [
            ("Id", null),
            ("Arn", null),
            ("Status", null),
            ("CreationDate", null),
            ("LastModifiedDate", null),
            ("EstimatedNumberOfUsers", null),
            ("EmailConfigurationFailure", null),
            ("SmsConfigurationFailure", null),
            ("SchemaAttributes", "To add attributes, use Add-CognitoUserPoolAttribute. You cannot change or remove an attribute."),
            ("UsernameAttributes", "It is fixed when the pool is created."),
            ("AliasAttributes", "It is fixed when the pool is created."),
            ("UsernameConfiguration", "It is fixed when the pool is created."),
            ("Domain", "To change it, use New-, Set- or Remove-CognitoUserPoolDomain."),
            ("CustomDomain", "To change it, use New-, Set- or Remove-CognitoUserPoolDomain."),
        ],
        Conflicts =
        [
            ("AdminCreateUserConfig.UnusedAccountValidityDays", "Policies.PasswordPolicy.TemporaryPasswordValidityDays"),
            ("SmsVerificationMessage", "VerificationMessageTemplate.SmsMessage"),
            ("EmailVerificationMessage", "VerificationMessageTemplate.EmailMessage"),
            ("EmailVerificationSubject", "VerificationMessageTemplate.EmailSubject"),
        ],
        Mirrored = [("LambdaConfig.PreTokenGeneration", "LambdaConfig.PreTokenGenerationConfig.LambdaArn")],
        Kept =
        [
            new(
                "Policies.PasswordPolicy",
                () =>
                    new PasswordPolicyType
                    {
                        MinimumLength = 8,
                        RequireUppercase = true,
                        RequireLowercase = true,
                        RequireNumbers = true,
                        RequireSymbols = true,
                        TemporaryPasswordValidityDays = 7,
                    }
            ),
            new("Policies.SignInPolicy", () => new SignInPolicyType { AllowedFirstAuthFactors = [AuthFactorType.PASSWORD] }),
            new("MfaConfiguration", () => UserPoolMfaType.OFF),
            new("UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate", () => new List<string>()),
            new("UserPoolTier", () => UserPoolTierType.ESSENTIALS) { StaysOnReplace = true },
        ],
    };

    public static readonly UpdateRules UserPoolClient = new()
    {
        ReadOnly =
        [
            ("ClientSecret", "To change secrets, use New- and Remove-CognitoUserPoolClientSecret."),
            ("ClientType", null),
            ("CreationDate", null),
            ("LastModifiedDate", null),
        ],
        Kept = [new("AuthSessionValidity", () => 3)],
        Implied =
        [
            new("ExplicitAuthFlows", () => new List<string> { "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH" }),
        ],
    };

    public static readonly UpdateRules Group = new()
    {
        ReadOnly = [("CreationDate", null), ("LastModifiedDate", null)],
        Kept =
        [
            new("Description", () => ""),
            new("Precedence", null)
            {
                Advice = "Specify another number: the highest number has the lowest priority. Only a new group can have none.",
            },
            new("RoleArn", null) { Advice = "Specify another role. Only a new group can have none." },
        ],
    };

    public static readonly UpdateRules LogDelivery = new() { Kept = [new("LogConfigurations", () => new List<LogConfigurationType>())] };

    public static readonly UpdateRules UserPoolDomain = new()
    {
        ReadOnly = [("AWSAccountId", null), ("CloudFrontDistribution", null), ("S3Bucket", null), ("Status", null), ("Version", null)],
    };

    public static readonly UpdateRules IdentityProvider = new()
    {
        ReadOnly = [("ProviderType", "It is fixed when the provider is created."), ("CreationDate", null), ("LastModifiedDate", null)],
        Kept =
        [
            new("AttributeMapping", () => new Dictionary<string, string>()),
            new("IdpIdentifiers", () => new List<string>()),
            new("AcrMapping", () => new Dictionary<string, string>()),
            new("ProviderDetails", null) { Advice = "Clear a single detail, such as ProviderDetails.RequestSigningAlgorithm." },
        ],
    };

    public static readonly UpdateRules ResourceServer = new()
    {
        ReadOnly = [("ManagedBy", null)],
        Kept =
        [
            new("Scopes", () => new List<ResourceServerScopeType>()),
            new("Name", null) { Advice = "A resource server must have a name. Specify another one with -Name." },
        ],
    };

    public static readonly UpdateRules ManagedLoginBranding = new()
    {
        ReadOnly = [("CreationDate", null), ("LastModifiedDate", null)],
        Kept =
        [
            new("Assets", () => new List<AssetType>()),
            new("Settings", null) { Advice = "To reset the style to the settings of the service, use -UseCognitoProvidedValues." },
        ],
    };

    public static readonly UpdateRules UICustomization = new()
    {
        ReadOnly =
        [
            ("CSSVersion", null),
            ("ImageUrl", "To set another image, use -ImagePath."),
            ("CreationDate", null),
            ("LastModifiedDate", null),
        ],
    };

    public static readonly UpdateRules Terms = new()
    {
        ReadOnly = [("ClientId", "It is fixed when the terms are created."), ("CreationDate", null), ("LastModifiedDate", null)],
    };

    public static readonly UpdateRules RiskConfiguration = new() { ReadOnly = [("LastModifiedDate", null)] };

    /// <summary>Described members that no update takes, and what to do instead.</summary>
    public IReadOnlyList<(string Member, string? Advice)> ReadOnly { get; init; } = [];

    /// <summary>Described members that the update takes under another name.</summary>
    public IReadOnlyList<(string Described, string Requested)> Renamed { get; init; } = [];

    /// <summary>Deprecated members that must not be sent beside their replacement, by path. Both have the same type.</summary>
    public IReadOnlyList<(string Deprecated, string Replacement)> Conflicts { get; init; } = [];

    /// <summary>Members that must have the same value where both have one, by path.</summary>
    public IReadOnlyList<(string One, string Other)> Mirrored { get; init; } = [];

    /// <summary>Members that the service keeps where an update leaves them out.</summary>
    public IReadOnlyList<KeptMember> Kept { get; init; } = [];

    /// <summary>Lists that have a default which the service does not show: what edits one starts from it.</summary>
    public IReadOnlyList<ImpliedList> Implied { get; init; } = [];

    /// <summary>Refuses a path that cannot be cleared.</summary>
    /// <exception cref="CognitoException">ReadOnlySetting, CannotClear.</exception>
    public void CheckWritable(string path)
    {
        (string Member, string? Advice) found = ReadOnly.FirstOrDefault(row =>
            string.Equals(row.Member, path.Split('.')[0], StringComparison.OrdinalIgnoreCase)
        );
        if (found.Member is not null)
        {
            throw new CognitoException(
                "ReadOnlySetting",
                ErrorCategory.InvalidOperation,
                $"{found.Member} cannot be updated.",
                found.Advice
            );
        }

        if (Kept.FirstOrDefault(kept => kept.Default is null && IsSame(kept.Path, path)) is { } fixedMember)
        {
            throw new CognitoException(
                "CannotClear",
                ErrorCategory.InvalidOperation,
                $"{fixedMember.Path} cannot be cleared, because the service keeps it when an update omits it.",
                fixedMember.Advice
            );
        }
    }

    /// <summary>Whether what stands at a path can be taken back.</summary>
    public bool IsClearable(string path) =>
        !ReadOnly.Any(row => IsSame(row.Member, path.Split('.')[0])) && !Kept.Any(kept => kept.Default is null && IsSame(kept.Path, path));

    /// <summary>Takes each deprecated member out of what was described, where its replacement says the same.</summary>
    public void Normalize(object described)
    {
        foreach ((string deprecated, string replacement) in Conflicts)
        {
            if (SettingTree.Read(described, replacement) is not null)
                SettingTree.Clear(described, deprecated);
        }
    }

    /// <summary>
    /// Leaves one of each pair in <paramref name="after"/>: what was asked for under the old name goes to the new one. Mirrored follow each
    /// other.
    /// </summary>
    /// <param name="before">The request that changes nothing, normalized.</param>
    /// <param name="after">The request with the changes.</param>
    /// <exception cref="CognitoException">ContradictingParameters.</exception>
    public void Resolve(object before, object after)
    {
        foreach ((string deprecated, string replacement) in Conflicts)
        {
            Align(before, after, deprecated, replacement);
            if (SettingTree.Read(after, replacement) is not null)
                SettingTree.Clear(after, deprecated);
        }

        foreach ((string one, string other) in Mirrored)
            Align(before, after, one, other);
    }

    /// <summary>Gives two members that mean the same the value of the one that was asked for.</summary>
    private static void Align(object before, object after, string one, string other)
    {
        object? first = SettingTree.Read(after, one),
            second = SettingTree.Read(after, other);
        if (first is null || second is null || SettingTree.AreEqual(first, second))
            return;
        bool isFirstAsked = !SettingTree.AreEqual(first, SettingTree.Read(before, one)),
            isSecondAsked = !SettingTree.AreEqual(second, SettingTree.Read(before, other));
        if (isFirstAsked && isSecondAsked)
            throw BoundSettings.Contradiction($"{one} and {other} mean the same, but have different values.");
        SettingTree.Write(after, isFirstAsked ? other : one, isFirstAsked ? first : second);
    }

    /// <summary>Takes what stands at a path back to the default, under whichever name it stands.</summary>
    public void Clear(object request, string path)
    {
        SettingTree.Clear(request, path);
        foreach ((string deprecated, string replacement) in Conflicts)
        {
            if (string.Equals(path, deprecated, StringComparison.OrdinalIgnoreCase))
                SettingTree.Clear(request, replacement);
            else if (string.Equals(path, replacement, StringComparison.OrdinalIgnoreCase))
                SettingTree.Clear(request, deprecated);
        }

        foreach (KeptMember kept in Kept.Where(kept => IsSame(kept.Path, path) || IsBelow(kept.Path, path)))
            SettingTree.Write(request, kept.Path, kept.Default?.Invoke());
    }

    /// <summary>
    /// Sends the defaults of what the service would keep, so that a replacement does replace; what cannot be taken back stays as it is.
    /// </summary>
    /// <param name="request">The request with what was given.</param>
    public void Reset(object request)
    {
        foreach (KeptMember kept in Kept.Where(kept => kept is { Default: not null, StaysOnReplace: false }))
        {
            if (SettingTree.Read(request, kept.Path) is null)
                SettingTree.Write(request, kept.Path, kept.Default!());
        }
    }

    /// <summary>Takes out of an object what stays although a replacement leaves it out.</summary>
    public void RemoveStaying(object described, object request)
    {
        foreach (KeptMember kept in Kept.Where(kept => kept.Default is null || kept.StaysOnReplace))
        {
            if (SettingTree.Read(request, kept.Path) is null)
                SettingTree.Clear(described, kept.Path);
        }
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(string path, string above) => path.StartsWith(above + ".", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A member that the service keeps where an update leaves it out.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Default">What takes it back to its default; null: nothing does.</param>
internal sealed record KeptMember(string Path, Func<object>? Default)
{
    /// <summary>How to come nearest, where it cannot be taken back.</summary>
    public string? Advice { get; init; }

    /// <summary>-Replace leaves it alone.</summary>
    public bool StaysOnReplace { get; init; }
}

/// <summary>A list that has a default which the service does not show.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Default">What it holds while nothing is shown.</param>
internal sealed record ImpliedList(string Path, Func<object> Default);
