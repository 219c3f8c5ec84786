using System.Collections;
using System.Management.Automation;
using CognitoPS.Tests.Conventions;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Cmdlets;

/// <summary>
/// For every Set- cmdlet with -Clear and every path that it completes: what is cleared is gone when it is read again, or the cmdlet has said
/// beforehand that it cannot be, and nothing was sent.
/// </summary>
public sealed class ClearTests : IDisposable
{
    private static readonly string[] SaidBeforehand =
    [
        "CannotClear",
        "ReadOnlySetting",
        "InvalidSetting",
        "MissingSetting",
        "InvalidParameterException",
        "InvalidClientSettings",
    ];

    /// <summary>Each cmdlet with one object that has as much as it can: how it is made, and how it is read.</summary>
    private static readonly Dictionary<string, (string Make, string Read)> Objects = new()
    {
        ["Set-CognitoUserPool"] = (
            """
            New-CognitoUserPool rich -UserPoolTier PLUS -AutoVerifiedAttributes email -DeletionProtection ACTIVE `
                -PasswordPolicy @{ MinimumLength = 12; RequireSymbols = $false; PasswordHistorySize = 3; TemporaryPasswordValidityDays = 3 } `
                -SignInPolicy @{ AllowedFirstAuthFactors = 'PASSWORD', 'WEB_AUTHN' } `
                -UserAttributeUpdateSettings @{ AttributesRequireVerificationBeforeUpdate = 'email' } `
                -LambdaConfig @{ PreSignUp = 'arn:aws:lambda:eu-west-1:123456789012:function:check' } `
                -VerificationMessageTemplate @{ EmailSubject = 'Code'; EmailMessage = 'It is {####}'; SmsMessage = 'It is {####}' } `
                -SmsAuthenticationMessage 'It is {####}' -DeviceConfiguration @{ ChallengeRequiredOnNewDevice = $true } `
                -SmsConfiguration @{ SnsCallerArn = 'arn:aws:iam::123456789012:role/sms'; ExternalId = 'x' } -UserPoolTags @{ team = 'identity' } `
                -AdminCreateUserConfig @{ AllowAdminCreateUserOnly = $true } -UserPoolAddOns @{ AdvancedSecurityMode = 'AUDIT' } `
                -AccountRecoverySetting @{ RecoveryMechanisms = @{ Priority = 1; Name = 'verified_email' } }
            """,
            "Get-CognitoUserPool -UserPoolId $made.UserPoolId"
        ),
        ["Set-CognitoUserPoolClient"] = (
            """
            New-CognitoUserPoolClient $pool rich -GenerateSecret -CallbackURLs https://a.example/in, https://b.example/in -LogoutURLs https://a.example/out `
                -DefaultRedirectURI https://a.example/in -AllowedOAuthFlows code -AllowedOAuthScopes openid -AllowedOAuthFlowsUserPoolClient $true `
                -ExplicitAuthFlows ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH -ReadAttributes email -WriteAttributes email -AuthSessionValidity 5 `
                -AccessTokenValidity 00:30:00 -RefreshTokenValidity 20.00:00:00 -PreventUserExistenceErrors ENABLED -SupportedIdentityProviders COGNITO
            """,
            "Get-CognitoUserPoolClient $pool $made.ClientId"
        ),
        ["Set-CognitoGroup"] = (
            "New-CognitoGroup $pool rich -Description text -Precedence 5 -RoleArn arn:aws:iam::123456789012:role/members",
            "Get-CognitoGroup $pool rich"
        ),
        ["Set-CognitoIdentityProvider"] = (
            """
            New-CognitoIdentityProvider $pool corp OIDC -ProviderClientId id -ProviderClientSecret secret -OidcIssuer https://idp.example.com `
                -AttributeMapping @{ email = 'mail'; name = 'name' } -IdpIdentifiers example.com
            """,
            "Get-CognitoIdentityProvider $pool corp"
        ),
        ["Set-CognitoResourceServer"] = (
            "New-CognitoResourceServer $pool https://api.example.com Orders -Scopes @{ read = 'Read' }",
            "Get-CognitoResourceServer $pool https://api.example.com"
        ),
        ["Set-CognitoLogDelivery"] = (
            """
            Set-CognitoLogDelivery $pool -PassThru -LogConfigurations @{ EventSource = 'userNotification'; LogLevel = 'ERROR'
                CloudWatchLogsConfiguration = @{ LogGroupArn = 'arn:aws:logs:eu-west-1:123456789012:log-group:mail' } }
            """,
            "Get-CognitoLogDelivery $pool"
        ),
        ["Set-CognitoRiskConfiguration"] = (
            """
            Set-CognitoRiskConfiguration $pool -PassThru -CompromisedCredentialsRiskConfiguration @{ Actions = @{ EventAction = 'BLOCK' }; EventFilter = 'SIGN_IN' } `
                -RiskExceptionConfiguration @{ BlockedIPRangeList = '198.51.100.0/24' }
            """,
            "Get-CognitoRiskConfiguration $pool"
        ),
        ["Set-CognitoTerm"] = (
            "New-CognitoTerm $pool $client.ClientId terms-of-use @{ 'cognito:default' = 'https://a.example/t'; 'cognito:french' = 'https://a.example/f' }",
            "Get-CognitoTerm $pool $made.TermsId"
        ),
        ["Set-CognitoUICustomization"] = (
            "Set-CognitoUICustomization $pool -CSS '.banner-customizable { background-color: navy; }' -PassThru",
            "Get-CognitoUICustomization $pool"
        ),
        ["Set-CognitoUserPoolDomain"] = (
            """
            New-CognitoUserPoolDomain $pool "a$([guid]::NewGuid().ToString('n')).example.com" -ManagedLoginVersion 2 `
                -CertificateArn arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
            """,
            "Get-CognitoUserPoolDomain -Domain $made.Domain"
        ),
        ["Set-CognitoUserPoolMfa"] = (
            """
            Set-CognitoUserPoolMfa $pool OPTIONAL -PassThru -SoftwareTokenMfaConfiguration $true `
                -WebAuthnConfiguration @{ RelyingPartyId = 'example.com'; UserVerification = 'preferred' }
            """,
            "Get-CognitoUserPoolMfa $pool"
        ),
        ["Set-CognitoManagedLoginBranding"] = (
            """
            New-CognitoManagedLoginBranding $pool $client.ClientId -Settings @{ categories = @{ global = @{ colorSchemeMode = 'DARK' } } } `
                -Assets @{ Category = 'FORM_LOGO'; ColorMode = 'LIGHT'; Extension = 'SVG'; Bytes = [Text.Encoding]::UTF8.GetBytes('<svg xmlns="http://www.w3.org/2000/svg"/>') }
            """,
            "Get-CognitoManagedLoginBranding $pool $made.ManagedLoginBrandingId"
        ),
    };

    private readonly Engine _engine = new();

    public static IEnumerable<TheoryDataRow<string>> Commands => Objects.Keys.Select(command => new TheoryDataRow<string>(command));

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Every_cmdlet_with_Clear_is_tried() =>
        Assert.Equal(
            TheModule
                .AllCmdlets.Where(cmdlet =>
                    cmdlet.GetProperty("Clear") is not null && TheModule.NameOf(cmdlet).StartsWith("Set-", StringComparison.Ordinal)
                )
                .Select(TheModule.NameOf),
            Objects.Keys.Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Commands))]
    public void What_is_cleared_is_gone_or_was_said_to_stay(string command)
    {
        (string make, string read) = Objects[command];
        string start = $$"""
            $pool = (New-CognitoUserPool p -UserPoolTier PLUS -UserPoolAddOns @{ AdvancedSecurityMode = 'AUDIT' }).UserPoolId
            $null = New-CognitoUserPoolDomain $pool "p$([guid]::NewGuid().ToString('n'))"
            $client = New-CognitoUserPoolClient $pool c
            $made = {{make}}
            """;
        string[] paths =
        [
            .. _engine
                .Run($"(TabExpansion2 '{command} -Clear ' {command.Length + 8}).CompletionMatches.CompletionText")
                .Succeeded()
                .Output.Select(path => (string)path.BaseObject),
        ];
        Assert.NotEmpty(paths);
        List<string> wrong = [];
        int cleared = 0;
        foreach (string path in paths)
        {
            Outcome outcome = _engine.Run(
                $$"""
                {{start}}
                $before = {{read}}
                $had = $before; foreach ($name in '{{path}}'.Split('.')) { if ($null -ne $had) { $had = $had.$name } }
                $requests = (Get-CognitoLocalServer).RequestCount
                $made | {{command}} -Clear '{{path}}' -ErrorVariable said -ErrorAction SilentlyContinue -WarningVariable warned -WarningAction SilentlyContinue -Confirm:$false
                $after = {{read}}
                $has = $after; foreach ($name in '{{path}}'.Split('.')) { if ($null -ne $has) { $has = $has.$name } }
                [pscustomobject]@{ Had = $had; Has = $has; Said = @($said.FullyQualifiedErrorId -replace ',.*'); Warned = "$warned" }
                """
            );
            if (outcome.Output is not [PSObject result])
            {
                wrong.Add($"{path}: {string.Join("; ", outcome.Failures)}");
                continue;
            }

            string had = Text(result.Properties["Had"].Value);
            string has = Text(result.Properties["Has"].Value);
            string[] said = [.. ((object[])result.Properties["Said"].Value).Select(id => $"{id}").Where(id => id.Length > 0)];
            if (had.Length == 0 || (path, had) == ("MfaConfiguration", "OFF"))
                continue;
            if (said.Length > 0 && !SaidBeforehand.Contains(said[0]))
                wrong.Add($"{path}: {said[0]}");
            else if (said.Length == 0 && has == had && $"{result.Properties["Warned"].Value}".Length == 0)
                wrong.Add($"{path} is still {has}");
            else if (said.Length == 0)
                cleared++;
        }

        Offenders.None(wrong, $"{command} -Clear takes back what it names.");
        if (command is not "Set-CognitoResourceServer")
            Assert.True(cleared > 0, $"{command} -Clear cleared nothing.");
    }

    /// <summary>A value as text; empty for none, and for a structure or list without anything in it.</summary>
    private static string Text(object? value) =>
        (value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value) switch
        {
            null => "",
            string text => text,
            bool or int or long or double => $"{value}",
            Stream bytes => $"{bytes.Length} bytes",
            IDictionary map => string.Join(",", map.Keys.Cast<object>().Select(key => $"{key}={Text(map[key])}")),
            IEnumerable list => string.Join(",", list.Cast<object?>().Select(Text)),
            { } structure => string.Join(
                ",",
                PSObject
                    .AsPSObject(structure)
                    .Properties.Where(property => Text(property.Value).Length > 0)
                    .Select(property => $"{property.Name}={Text(property.Value)}")
            ),
        };
}
