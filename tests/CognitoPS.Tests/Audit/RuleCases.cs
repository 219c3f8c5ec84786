using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.State;
using Xunit;
using StateClient = CognitoPS.LocalServer.State.UserPoolClient;
using StatePool = CognitoPS.LocalServer.State.UserPool;

namespace CognitoPS.Tests.Audit;

/// <summary>A rule, what makes it fail, and what makes it pass, as scripts; RuleCases.ps1 has the words that they use.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Fail">Makes a pool of which the rule fails.</param>
/// <param name="Pass">Makes one of which it passes; null where the service does not tell.</param>
internal sealed record RuleCase(string RuleId, string Fail, string? Pass)
{
    /// <summary>What the service has from earlier times and takes from nobody now.</summary>
    public Action<StatePool>? Force { get; init; }
}

internal static class RuleCases
{
    public static readonly RuleCase[] All =
    [
        new("password-length", "pool -PasswordPolicy @{ MinimumLength = 8 }", "pool -PasswordPolicy @{ MinimumLength = 9 }"),
        new("password-length-advised", "pool -PasswordPolicy @{ MinimumLength = 13 }", "pool -PasswordPolicy @{ MinimumLength = 14 }"),
        new(
            "password-character-classes",
            "pool -PasswordPolicy @{ RequireUppercase = $true; RequireNumbers = $true }",
            "pool -PasswordPolicy @{ RequireUppercase = $true; RequireLowercase = $true; RequireNumbers = $true; RequireSymbols = $true }"
        ),
        new(
            "password-temporary-days",
            "pool -PasswordPolicy @{ TemporaryPasswordValidityDays = 8 }",
            "pool -PasswordPolicy @{ TemporaryPasswordValidityDays = 7 }"
        ),
        new("password-history", "pool", "pool -PasswordPolicy @{ PasswordHistorySize = 1 }"),
        new("mfa-off", "pool", "mfa OPTIONAL"),
        new("mfa-optional", "mfa OPTIONAL", "mfa ON"),
        new("mfa-sms-only", "sms -MfaConfiguration OPTIONAL", "mfa OPTIONAL"),
        new("sign-up-open", "pool", "pool -AdminCreateUserConfig @{ AllowAdminCreateUserOnly = $true }"),
        new(
            "sign-up-dynamic-clients",
            "pool -DcrConfiguration @{ EnableStatus = 'Enabled'; OpenDcrEnabled = $true }",
            "pool -DcrConfiguration @{ EnableStatus = 'Enabled'; OpenDcrEnabled = $false }"
        ),
        new("recovery-sms-first", "recovery verified_phone_number, verified_email", "recovery verified_email, verified_phone_number"),
        new("recovery-none", "recovery admin_only", "recovery verified_email"),
        new(
            "address-change-unverified",
            "pool -AutoVerifiedAttributes email",
            "pool -AutoVerifiedAttributes email -UserAttributeUpdateSettings @{ AttributesRequireVerificationBeforeUpdate = 'email' }"
        ),
        new(
            "username-case-sensitive",
            "pool -UsernameConfiguration @{ CaseSensitive = $true }",
            "pool -UsernameConfiguration @{ CaseSensitive = $false }"
        ),
        new("threat-protection-off", "pool", "plus AUDIT"),
        new("threat-protection-audit-only", "plus AUDIT", "plus ENFORCED"),
        new(
            "threat-protection-custom",
            "pool -LambdaConfig @{ DefineAuthChallenge = $function }",
            "plus ENFORCED; Set-CognitoUserPool $pool -LambdaConfig @{ DefineAuthChallenge = $function } -UserPoolAddOns @{ AdvancedSecurityAdditionalFlows = @{ CustomAuthMode = 'ENFORCED' } }"
        ),
        new(
            "compromised-credentials",
            "plus ENFORCED; Set-CognitoRiskConfiguration $pool -CompromisedCredentialsRiskConfiguration @{ Actions = @{ EventAction = 'BLOCK' }; EventFilter = 'SIGN_UP' }",
            "plus ENFORCED; Set-CognitoRiskConfiguration $pool -CompromisedCredentialsRiskConfiguration @{ Actions = @{ EventAction = 'BLOCK' } }"
        ),
        Takeover("High", "BLOCK"),
        Takeover("Medium", "MFA_REQUIRED"),
        Takeover("Low", "MFA_IF_CONFIGURED"),
        new("client-user-existence", "client -PreventUserExistenceErrors LEGACY", "client -PreventUserExistenceErrors ENABLED"),
        new(
            "client-public-password-flow",
            "client -ExplicitAuthFlows ALLOW_USER_PASSWORD_AUTH, ALLOW_REFRESH_TOKEN_AUTH",
            "client -ExplicitAuthFlows ALLOW_USER_SRP_AUTH"
        ),
        new(
            "client-password-flow",
            "client -GenerateSecret -ExplicitAuthFlows USER_PASSWORD_AUTH, ADMIN_NO_SRP_AUTH",
            "client -GenerateSecret -ExplicitAuthFlows ALLOW_USER_SRP_AUTH"
        ),
        new(
            "client-public-admin-flow",
            "client -ExplicitAuthFlows ALLOW_ADMIN_USER_PASSWORD_AUTH",
            "client -ExplicitAuthFlows ALLOW_USER_SRP_AUTH"
        ),
        new("client-public-credentials", "client", "client") { Force = OfClient("""{ "AllowedOAuthFlows": ["client_credentials"] }""") },
        new("client-implicit-flow", "web -AllowedOAuthFlows implicit, code", "web -AllowedOAuthFlows code"),
        new("client-writes-verified", "client -WriteAttributes email, name", "client -WriteAttributes email")
        {
            Force = OfClient("""{ "WriteAttributes": ["email", "email_verified"] }"""),
        },
        new(
            "client-writes-trusted",
            "pool -Schema @{ Name = 'accountRole'; AttributeDataType = 'String'; Mutable = $true }; client -WriteAttributes email, custom:accountRole",
            "pool -Schema @{ Name = 'shoe_size'; AttributeDataType = 'String'; Mutable = $true }; client -WriteAttributes email, custom:shoe_size"
        ),
        new("client-scope-undefined", "scoped; Remove-CognitoResourceServer $pool api", "scoped"),
        new("client-unused", "client", null),
        new("client-secret-age", "client -GenerateSecret", "client -GenerateSecret")
        {
            Force = pool =>
            {
                StateClient client = Assert.Single(pool.Clients.All());
                client.Secrets = [.. client.Secrets.Select(secret => secret with { Created = secret.Created - (366L * 86_400_000) })];
            },
        },
        new(
            "client-two-secrets",
            "client -GenerateSecret; $null = New-CognitoUserPoolClientSecret $pool $client",
            "client -GenerateSecret"
        ),
        new("token-revocation", "client -EnableTokenRevocation $false", "client"),
        new("token-refresh-lifetime", "client -RefreshTokenValidity 31", "client -RefreshTokenValidity 30.00:00:00"),
        new(
            "token-refresh-rotation",
            "client -ExplicitAuthFlows ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH",
            "client -RefreshTokenRotation @{ Feature = 'ENABLED' }"
        ),
        new(
            "token-lifetime",
            "client -AccessTokenValidity 01:01:00 -IdTokenValidity 2",
            "client -AccessTokenValidity 1 -IdTokenValidity 00:05:00"
        ),
        new("redirect-wildcard", "web", "web")
        {
            Force = OfClient(
                """
                {
                  "CallbackURLs": ["https://example.com/in", "https://*.example.com/in"],
                  "DefaultRedirectURI": "https://*.example.com/in"
                }
                """
            ),
        },
        new("redirect-http", "web -LogoutURLs https://example.com/bye", "web -LogoutURLs http://localhost/bye")
        {
            Force = OfClient(
                """
                {
                  "CallbackURLs": ["http://example.com/in"],
                  "DefaultRedirectURI": "http://example.com/in",
                  "LogoutURLs": ["https://example.com/bye", "http://example.com/out"]
                }
                """
            ),
        },
        new("redirect-localhost", "web -CallbackURLs https://example.com/in, http://localhost:3000/in", "web"),
        new("redirect-custom-scheme", "web -LogoutURLs myapp://out", "web"),
        new(
            "email-default-sender",
            "pool; users 501",
            "pool -EmailConfiguration @{ EmailSendingAccount = 'DEVELOPER'; SourceArn = 'arn:aws:ses:eu-west-1:123456789012:identity/example.com' }; users 501"
        ),
        new("email-failing", "pool", "pool") { Force = OfPool("""{ "EmailConfigurationFailure": "The identity is not verified." }""") },
        new("sms-external-id", "pool -SmsConfiguration @{ SnsCallerArn = $role }", "sms"),
        new("sms-failing", "sms", "sms") { Force = OfPool("""{ "SmsConfigurationFailure": "SNSSandbox" }""") },
        new(
            "trigger-elsewhere",
            "pool -LambdaConfig @{ PreSignUp = $function.Replace('123456789012', '999999999999') }",
            "pool -LambdaConfig @{ PreSignUp = $function }"
        ),
        new(
            "trigger-version",
            "pool -LambdaConfig @{ PreTokenGeneration = $function }",
            "pool -LambdaConfig @{ PreTokenGenerationConfig = @{ LambdaVersion = 'V2_0'; LambdaArn = $function } }"
        ),
        new("saml-unsigned-requests", "saml", "saml -RequestSigningAlgorithm rsa-sha256"),
        new("saml-unencrypted-assertions", "saml", "saml -EncryptedResponses $true"),
        new("saml-idp-initiated", "saml -IdpInit $true", "saml"),
        new("saml-certificate-expiring", "metadata $expiring", "metadata $valid"),
        new("provider-http", "oidc", "oidc")
        {
            Force = OfProvider("""{ "ProviderDetails": { "token_url": "http://idp.example.com/token" } }"""),
        },
        new(
            "provider-unverified-email",
            "oidc -AttributeMapping @{ email = 'email'; email_verified = 'email' }",
            "oidc -AttributeMapping @{ email = 'email'; email_verified = 'email_verified' }"
        ),
        new("group-role", "team one 1 $role", "team one 1"),
        new("group-precedence-tie", "team one 1 $role; team two 1 $role", "team one 1 $role; team two 2 $role"),
        new("group-many-administrators", "team site-admins 1; members site-admins 11", "team site-admins 1; members site-admins 10"),
        new("domain-login-version", "domain -ManagedLoginVersion 1", "domain -ManagedLoginVersion 2"),
        new("domain-tls-policy", "customdomain -SecurityPolicy TLS_V1", "customdomain -SecurityPolicy TLS_V1_2_2021"),
        new("domain-certificate", "customdomain", null),
        new("pool-deletion-protection", "pool", "pool -DeletionProtection ACTIVE"),
        new("pool-tier", "pool", "pool")
        {
            Force = OfPool("""{ "UserPoolTier": "LITE", "UserPoolAddOns": { "AdvancedSecurityMode": "AUDIT" } }"""),
        },
        new("pool-required-tags", "pool", "pool -UserPoolTags @{ stage = 'prod' }"),
        new("pool-web-acl", "pool", null),
        new(
            "log-user-events",
            "plus ENFORCED",
            "plus ENFORCED; Set-CognitoLogDelivery $pool -LogConfigurations @{ EventSource = 'userAuthEvents'; LogLevel = 'INFO'; S3Configuration = @{ BucketArn = 'arn:aws:s3:::example-logs' } }"
        ),
        new(
            "log-message-failures",
            "pool",
            "pool; Set-CognitoLogDelivery $pool -LogConfigurations @{ EventSource = 'userNotification'; LogLevel = 'ERROR'; CloudWatchLogsConfiguration = @{ LogGroupArn = 'arn:aws:logs:eu-west-1:123456789012:log-group:example' } }"
        ),
    ];

    private static RuleCase Takeover(string level, string action) =>
        new(
            $"account-takeover-{level.ToLowerInvariant()}",
            "plus ENFORCED",
            $"plus ENFORCED; Set-CognitoRiskConfiguration $pool -AccountTakeoverRiskConfiguration @{{ Actions = @{{ {level}Action = @{{ EventAction = '{action}'; Notify = $false }} }} }}"
        );

    private static Action<StatePool> OfPool(string settings) => pool => pool.Settings = Merge(pool.Settings, settings);

    private static Action<StatePool> OfClient(string settings) =>
        pool =>
        {
            StateClient client = Assert.Single(pool.Clients.All());
            client.Settings = Merge(client.Settings, settings);
        };

    private static Action<StatePool> OfProvider(string settings) =>
        pool =>
        {
            PoolResource provider = Assert.Single(pool.IdentityProviders.Items.All());
            provider.Settings = Merge(provider.Settings, settings);
        };

    private static JsonElement Merge(JsonElement settings, string more)
    {
        JsonObject merged = JsonNode.Parse(settings.GetRawText())!.AsObject();
        Add(merged, JsonNode.Parse(more)!.AsObject());
        return JsonSerializer.SerializeToElement(merged);

        static void Add(JsonObject into, JsonObject from)
        {
            foreach ((string name, JsonNode? value) in from)
            {
                if (into[name] is JsonObject deeper && value is JsonObject members)
                    Add(deeper, members);
                else
                    into[name] = value?.DeepClone();
            }
        }
    }
}
