using System.Collections;
using System.Text.Json;
using CognitoPS.Tests.Support;
using CsCheck;
using Xunit;

namespace CognitoPS.Tests.Cmdlets;

/// <summary>
/// For random configurations: changing one random member leaves every other member of the described object as it was,
/// against a server that resets what an update leaves out.
/// </summary>
public sealed class SafeSetPropertyTests : IDisposable
{
    private const int Samples = 60;
    private const string Account = "123456789012";

    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    /// <summary>What the server shows a second time under an older name.</summary>
    private static readonly Dictionary<string, string> Mirrored = new()
    {
        ["Policies.PasswordPolicy.TemporaryPasswordValidityDays"] = "AdminCreateUserConfig.UnusedAccountValidityDays",
        ["VerificationMessageTemplate.SmsMessage"] = "SmsVerificationMessage",
        ["VerificationMessageTemplate.EmailMessage"] = "EmailVerificationMessage",
        ["VerificationMessageTemplate.EmailSubject"] = "EmailVerificationSubject",
        ["PoolName"] = "Name",
    };

    private static readonly Setting[] PoolSettings =
    [
        Structure(
            "PasswordPolicy",
            "Policies.PasswordPolicy",
            ("MinimumLength", Number(6, 99)),
            ("RequireUppercase", Flag),
            ("RequireNumbers", Flag),
            ("RequireSymbols", Flag),
            ("PasswordHistorySize", Number(0, 24)),
            ("TemporaryPasswordValidityDays", Number(1, 365))
        ),
        Structure(
            "SignInPolicy",
            "Policies.SignInPolicy",
            (
                "AllowedFirstAuthFactors",
                Some("EMAIL_OTP", "WEB_AUTHN").Select(some => (object)((string[])some).Prepend("PASSWORD").ToArray())
            )
        ),
        Plain("DeletionProtection", OneOf("ACTIVE", "INACTIVE")),
        Structure(
            "LambdaConfig",
            "LambdaConfig",
            ("PreSignUp", Function),
            ("PostConfirmation", Function),
            ("UserMigration", Function),
            ("PreTokenGenerationConfig", Function.Select(arn => (object)new Hashtable { ["LambdaVersion"] = "V2_0", ["LambdaArn"] = arn }))
        ),
        Plain("AutoVerifiedAttributes", Gen.Bool.Select(isPhone => (object)(isPhone ? new[] { "email", "phone_number" } : ["email"]))),
        Structure(
            "VerificationMessageTemplate",
            "VerificationMessageTemplate",
            ("DefaultEmailOption", OneOf("CONFIRM_WITH_CODE", "CONFIRM_WITH_LINK")),
            ("SmsMessage", Message),
            ("EmailMessage", Message),
            ("EmailSubject", Text),
            ("EmailSubjectByLink", Text)
        ),
        Plain("SmsAuthenticationMessage", Message),
        Structure(
            "UserAttributeUpdateSettings",
            "UserAttributeUpdateSettings",
            ("AttributesRequireVerificationBeforeUpdate", Some("email"))
        ),
        Structure(
            "DeviceConfiguration",
            "DeviceConfiguration",
            ("ChallengeRequiredOnNewDevice", Flag),
            ("DeviceOnlyRememberedOnUserPrompt", Flag)
        ),
        Structure(
            "EmailConfiguration",
            "EmailConfiguration",
            ("EmailSendingAccount", OneOf("COGNITO_DEFAULT")),
            ("ReplyToEmailAddress", Text.Select(text => (object)$"{text}@example.com")),
            ("ConfigurationSet", Text)
        ),
        Structure(
            "SmsConfiguration",
            "SmsConfiguration",
            ("SnsCallerArn", Text.Select(text => (object)$"arn:aws:iam::{Account}:role/{text}")),
            ("ExternalId", Text),
            ("SnsRegion", OneOf("eu-west-1"))
        ),
        Map("UserPoolTags", ("team", Text), ("stage", Text), ("cost.center", Text)),
        Structure(
            "AdminCreateUserConfig",
            "AdminCreateUserConfig",
            ("AllowAdminCreateUserOnly", Flag),
            (
                "InviteMessageTemplate",
                Text.Select(text => (object)new Hashtable { ["EmailSubject"] = text, ["EmailMessage"] = $"{text} {{username}} {{####}}" })
            )
        ),
        Structure("UserPoolAddOns", "UserPoolAddOns", ("AdvancedSecurityMode", OneOf("OFF", "AUDIT", "ENFORCED"))),
        Structure(
            "AccountRecoverySetting",
            "AccountRecoverySetting",
            (
                "RecoveryMechanisms",
                OneOf("verified_email", "verified_phone_number", "admin_only")
                    .Select(name =>
                        (object)
                            new object[]
                            {
                                new Hashtable { ["Priority"] = 1, ["Name"] = name },
                            }
                    )
            )
        ),
        Structure(
            "DcrConfiguration",
            "DcrConfiguration",
            ("EnableStatus", OneOf("Enabled", "Disabled")),
            ("OpenDcrEnabled", Flag),
            ("AllowedScopes", Some("openid", "email"))
        ),
        Structure("IssuerConfiguration", "IssuerConfiguration", ("Type", OneOf("ORIGINAL", "UPDATED"))),
        Map(
            "AcrConfiguration",
            ("low", Text.Select(text => (object)new Hashtable { ["AcrValue"] = text })),
            ("high", Text.Select(text => (object)new Hashtable { ["AcrValue"] = text }))
        ),
        Plain("PoolName", Text),
    ];

    private static readonly Setting[] ClientSettings =
    [
        Plain("RefreshTokenValidity", Number(1, 3650)),
        Plain("AccessTokenValidity", Number(5, 1440)),
        Plain("IdTokenValidity", Number(5, 1440)),
        Plain("ReadAttributes", Some("email", "name", "phone_number")),
        Plain("WriteAttributes", Some("email", "name", "nickname")),
        Plain("ExplicitAuthFlows", Some("ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH", "ALLOW_CUSTOM_AUTH")),
        Plain("LogoutURLs", Some("https://a.example/out", "https://b.example/out", "app://out")),
        Plain(
            "CallbackURLs",
            Some("https://b.example/in", "http://localhost:8080/in")
                .Select(some => (object)((string[])some).Prepend("https://a.example/in").ToArray())
        ),
        Plain("AllowedOAuthFlows", Some("code", "implicit")),
        Plain("AllowedOAuthScopes", Some("email", "profile", "phone").Select(some => (object)((string[])some).Prepend("openid").ToArray())),
        Plain("AllowedOAuthFlowsUserPoolClient", Flag),
        Structure(
            "AnalyticsConfiguration",
            "AnalyticsConfiguration",
            ("ApplicationId", OneOf("abc123", "0fedcb")),
            ("ExternalId", Text),
            ("UserDataShared", Flag)
        ),
        Plain("PreventUserExistenceErrors", OneOf("ENABLED", "LEGACY")),
        Plain("EnableTokenRevocation", Flag),
        Plain("EnablePropagateAdditionalUserContextData", Flag),
        Plain("AuthSessionValidity", Number(3, 15)),
        Structure("RefreshTokenRotation", "RefreshTokenRotation", ("RetryGracePeriodSeconds", Number(0, 60))),
        Plain("ClientName", Text),
    ];

    [Fact]
    public void A_pool_keeps_what_was_not_named() =>
        Gen.Select(Configuration(PoolSettings), Change(PoolSettings))
            .Sample(
                (configuration, change) =>
                {
                    var given = new Hashtable(configuration) { ["UserPoolTier"] = "PLUS" };
                    given["PoolName"] ??= "random";
                    given["AutoVerifiedAttributes"] ??= new[] { "email" };
                    given["SmsConfiguration"] = With(given["SmsConfiguration"], "SnsCallerArn", $"arn:aws:iam::{Account}:role/sms");
                    given["EmailConfiguration"] = With(
                        given["EmailConfiguration"],
                        "SourceArn",
                        $"arn:aws:ses:eu-west-1:{Account}:identity/example.com"
                    );
                    if (given["UserPoolAddOns"] is Hashtable { Count: 0 })
                        given.Remove("UserPoolAddOns");
                    Outcome made = _engine.Run("$given = $args[0]; New-CognitoUserPool @given", given);
                    if (IsRefused(made))
                        return;
                    string pool = (string)made.Succeeded()["UserPoolId"]!;
                    AssertOnlyChanges(pool, "Pool", change, "$change = $args[1]; Set-CognitoUserPool $args[0] @change");
                },
                iter: Samples,
                threads: 1
            );

    [Fact]
    public void A_client_keeps_what_was_not_named()
    {
        string pool = _engine.Server.AddPool("customers");
        Gen.Select(Configuration(ClientSettings), Change(ClientSettings))
            .Sample(
                (configuration, change) =>
                {
                    var given = new Hashtable(configuration)
                    {
                        ["ClientName"] = "random",
                        ["GenerateSecret"] = true,
                        ["TokenValidityUnits"] = new Hashtable
                        {
                            ["AccessToken"] = "minutes",
                            ["IdToken"] = "minutes",
                            ["RefreshToken"] = "days",
                        },
                        ["DefaultRedirectURI"] = "https://a.example/in",
                    };
                    given["AnalyticsConfiguration"] = new Hashtable((Hashtable?)given["AnalyticsConfiguration"] ?? [])
                    {
                        ["ApplicationId"] = "abc123",
                        ["RoleArn"] = $"arn:aws:iam::{Account}:role/analytics",
                        ["ExternalId"] = "x",
                    };
                    given["CallbackURLs"] ??= new[] { "https://a.example/in" };
                    given["AllowedOAuthFlows"] ??= new[] { "code" };
                    given["AllowedOAuthScopes"] ??= new[] { "openid" };
                    given["ExplicitAuthFlows"] ??= new[] { "ALLOW_USER_SRP_AUTH" };
                    given["RefreshTokenRotation"] = new Hashtable((Hashtable?)given["RefreshTokenRotation"] ?? [])
                    {
                        ["Feature"] = "ENABLED",
                    };
                    object? id = _engine.Run("$given = $args[1]; New-CognitoUserPoolClient $args[0] @given", pool, given).Succeeded()[
                        "ClientId"
                    ];
                    string change0 = change.Parameter == "ClientName" ? (string)change.Value : "random";
                    AssertOnlyChanges(pool, change0, change, "$change = $args[1]; Set-CognitoUserPoolClient $args[0] $args[2] @change", id);
                    _engine.Run("Remove-CognitoUserPoolClient $args[0] $args[1] -Confirm:$false", pool, id).Succeeded();
                },
                iter: Samples,
                threads: 1
            );
    }

    /// <summary>Settings that contradict each other are refused before anything is sent: then nothing may have changed.</summary>
    private static bool IsRefused(Outcome outcome) =>
        outcome.ErrorIds.SequenceEqual(["InvalidParameterException"])
        && outcome.Errors[0].ToString().Contains("Nothing was changed", StringComparison.Ordinal);

    private static Hashtable With(object? table, string member, string value)
    {
        var complete = new Hashtable((Hashtable?)table ?? []);
        complete[member] ??= value;
        return complete;
    }

    private void AssertOnlyChanges(string pool, string root, ChangeOf change, string script, object? id = null)
    {
        Snapshot before = Snapshot.OfPoolAsync(_engine.Server, pool).GetAwaiter().GetResult();
        Outcome outcome = _engine.Run(script, pool, new Hashtable { [change.Parameter] = change.Value }, id);
        Snapshot after = Snapshot.OfPoolAsync(_engine.Server, pool).GetAwaiter().GetResult();
        if (IsRefused(outcome))
        {
            Assert.Empty(before.Differences(after));
            return;
        }

        outcome.Succeeded();

        Assert.DoesNotContain(outcome.Warnings, warning => warning.Contains("meantime", StringComparison.Ordinal));
        string[] allowed =
        [
            .. new[]
            {
                change.Path,
                Mirrored.GetValueOrDefault(change.Path),
                change.Parameter == "UserPoolTags" ? "Tags" : null,
            }.OfType<string>(),
        ];
        // The MFA configuration shows the pool's own SMS settings once more.
        IEnumerable<string> differences = before
            .Differences(after)
            .Where(path => !path.StartsWith("Mfa.SmsMfaConfiguration.", StringComparison.Ordinal))
            .Select(Bare);
        Assert.All(
            differences,
            path => Assert.Contains(allowed, one => path == one || path.StartsWith(one + ".", StringComparison.Ordinal))
        );
        if (change.Expected is { } expected)
            Assert.Equal(JsonSerializer.Serialize(expected), after[$"{root}.{(change.Path == "PoolName" ? "Name" : change.Path)}"]);

        // A client that is renamed differs in all of its paths, which begin with its name: then only its name is compared.
        string Bare(string path) =>
            path.StartsWith("Tags.", StringComparison.Ordinal) ? "Tags"
            : change.Parameter == "ClientName" ? "ClientName"
            : path[(path.IndexOf('.') + 1)..];
    }

    private static Gen<Hashtable> Configuration(Setting[] settings) =>
        Subset([.. settings.Select(setting => (setting.Parameter, setting.Value))]);

    private static Gen<ChangeOf> Change(Setting[] settings) => Gen.OneOf([.. settings.Select(setting => setting.Change)]);

    private static Setting Plain(string parameter, Gen<object> value) =>
        new(parameter, value, value.Select(one => new ChangeOf(parameter, parameter, one, one is Array ? null : one)));

    private static Setting Map(string parameter, params (string Name, Gen<object> Value)[] members) =>
        new(
            parameter,
            Subset(members).Select(map => (object)map),
            Subset(members).Select(map => new ChangeOf(parameter, parameter, map, null))
        );

    private static Setting Structure(string parameter, string path, params (string Name, Gen<object> Value)[] members) =>
        new(
            parameter,
            Subset(members).Select(map => (object)map),
            Gen.OneOf([
                .. members.Select(member =>
                    member.Value.Select(one => new ChangeOf(
                        parameter,
                        $"{path}.{member.Name}",
                        new Hashtable { [member.Name] = one },
                        one is Array or Hashtable ? null : one
                    ))
                ),
            ])
        );

    private static Gen<Hashtable> Subset((string Name, Gen<object> Value)[] members) =>
        members.Aggregate(
            Gen.Const(() => new Hashtable()),
            (all, member) =>
                Gen.Select(
                    all,
                    Gen.Bool,
                    member.Value,
                    (table, isGiven, value) => isGiven ? new Hashtable(table) { [member.Name] = value } : table
                )
        );

    private static Gen<object> Number(int from, int to) => Gen.Int[from, to].Select(number => (object)number);

    private static Gen<object> Flag => Gen.Bool.Select(flag => (object)flag);

    private static Gen<object> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => (object)values[index]);

    /// <summary>One or more of the values.</summary>
    private static Gen<object> Some(params string[] values) =>
        Gen.Int[1, (1 << values.Length) - 1].Select(bits => (object)values.Where((_, index) => (bits & (1 << index)) != 0).ToArray());

    private static Gen<object> Text => Gen.Char["abcdefgh0123"].Array[3, 12].Select(letters => (object)new string(letters));

    private static Gen<object> Message => Text.Select(text => (object)$"{text} {{####}}");

    private static Gen<object> Function => Text.Select(text => (object)$"arn:aws:lambda:eu-west-1:{Account}:function:{text}");

    private sealed record Setting(string Parameter, Gen<object> Value, Gen<ChangeOf> Change);

    /// <summary>One changed member: the parameter and its value, the member's path, and the value to be found there.</summary>
    private sealed record ChangeOf(string Parameter, string Path, object Value, object? Expected);
}
