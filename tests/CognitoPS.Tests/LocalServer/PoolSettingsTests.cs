using System.Text.Json;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

/// <summary>What belongs to a pool beside its clients, users and groups.</summary>
public sealed class PoolSettingsTests : ServerTest
{
    private const string Certificate = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d";
    private const string LogGroup = "arn:aws:logs:eu-west-1:123456789012:log-group:cognito";

    private async Task<string> CreateClientAsync(string pool, bool secret = false) => (
            await Client.CallAsync(
                "CreateUserPoolClient",
                new
                {
                    UserPoolId = pool,
                    ClientName = "web",
                    GenerateSecret = secret,
                }
            )
        ).GetProperty("UserPoolClient").GetProperty("ClientId").GetString()!;

    [Fact]
    public async Task A_domain_belongs_to_one_pool_and_keeps_it_from_being_deleted()
    {
        string pool = await Client.CreatePoolAsync(),
            other = await Client.CreatePoolAsync();
        await Client.CallAsync("CreateUserPoolDomain", new { UserPoolId = pool, Domain = "shop" });
        await ExpectAsync("InvalidParameterException", "CreateUserPoolDomain", new { UserPoolId = other, Domain = "shop" });
        await ExpectAsync("InvalidParameterException", "CreateUserPoolDomain", new { UserPoolId = pool, Domain = "second" });
        await ExpectAsync("InvalidParameterException", "CreateUserPoolDomain", new { UserPoolId = other, Domain = "my-aws-shop" });
        object elsewhere = new
        {
            UserPoolId = pool,
            Domain = "auth.example.com",
            CustomDomainConfig = new { CertificateArn = Certificate.Replace("us-east-1", "eu-west-1") },
        };
        await ExpectAsync("InvalidParameterException", "CreateUserPoolDomain", elsewhere);
        JsonElement custom = await Client.CallAsync(
            "CreateUserPoolDomain",
            new
            {
                UserPoolId = pool,
                Domain = "auth.example.com",
                CustomDomainConfig = new { CertificateArn = Certificate },
                ManagedLoginVersion = 2,
            }
        );
        Assert.EndsWith(".cloudfront.net", custom.GetProperty("CloudFrontDomain").GetString());
        JsonElement described = (await Client.CallAsync("DescribeUserPool", new { UserPoolId = pool })).GetProperty("UserPool");
        Assert.Equal(
            ("shop", "auth.example.com"),
            (described.GetProperty("Domain").GetString(), described.GetProperty("CustomDomain").GetString())
        );
        await ExpectAsync("InvalidParameterException", "DeleteUserPool", new { UserPoolId = pool });
        await Client.CallAsync("UpdateUserPoolDomain", new { UserPoolId = pool, Domain = "auth.example.com" });
        await ExpectAsync("InvalidParameterException", "UpdateUserPoolDomain", elsewhere);
        JsonElement domain = (await Client.CallAsync("DescribeUserPoolDomain", new { Domain = "auth.example.com" })).GetProperty(
            "DomainDescription"
        );
        Assert.Equal(1, domain.GetProperty("ManagedLoginVersion").GetInt32());
        Assert.Equal(Certificate, domain.GetProperty("CustomDomainConfig").GetProperty("CertificateArn").GetString());
        foreach (string name in new[] { "shop", "auth.example.com" })
            await Client.CallAsync("DeleteUserPoolDomain", new { UserPoolId = pool, Domain = name });
        Assert.Empty(
            (await Client.CallAsync("DescribeUserPoolDomain", new { Domain = "shop" })).GetProperty("DomainDescription").EnumerateObject()
        );
        await Client.CallAsync("DeleteUserPool", new { UserPoolId = pool });
    }

    [Fact]
    public async Task Identity_providers_are_checked_found_by_identifier_and_changed_member_by_member()
    {
        string pool = await Client.CreatePoolAsync();
        Dictionary<string, string> google = new()
        {
            ["client_id"] = "id",
            ["client_secret"] = "secret",
            ["authorize_scopes"] = "openid",
        };
        object create = new
        {
            UserPoolId = pool,
            ProviderName = "Google",
            ProviderType = "Google",
            ProviderDetails = google,
            AttributeMapping = new { email = "email" },
            IdpIdentifiers = new[] { "example.com" },
        };
        await Client.CallAsync("CreateIdentityProvider", create);
        await ExpectAsync("DuplicateProviderException", "CreateIdentityProvider", create);
        await ExpectAsync(
            "InvalidParameterException",
            "CreateIdentityProvider",
            new
            {
                UserPoolId = pool,
                ProviderName = "Okta",
                ProviderType = "OIDC",
                ProviderDetails = google,
            }
        );
        await ExpectAsync(
            "InvalidParameterException",
            "CreateIdentityProvider",
            new
            {
                UserPoolId = pool,
                ProviderName = "Corp",
                ProviderType = "SAML",
                ProviderDetails = new { MetadataURL = "https://idp" },
                IdpIdentifiers = new[] { "example.com" },
            }
        );
        await Client.CallAsync(
            "CreateIdentityProvider",
            new
            {
                UserPoolId = pool,
                ProviderName = "Corp",
                ProviderType = "SAML",
                ProviderDetails = new { MetadataURL = "https://idp" },
            }
        );
        await Client.CallAsync(
            "UpdateIdentityProvider",
            new
            {
                UserPoolId = pool,
                ProviderName = "Google",
                AttributeMapping = new { name = "name" },
            }
        );
        JsonElement found = (
            await Client.CallAsync("GetIdentityProviderByIdentifier", new { UserPoolId = pool, IdpIdentifier = "example.com" })
        ).GetProperty("IdentityProvider");
        Assert.Equal("https://accounts.google.com", found.GetProperty("ProviderDetails").GetProperty("oidc_issuer").GetString());
        Assert.Equal("name", found.GetProperty("AttributeMapping").EnumerateObject().Single().Name);
        Assert.Equal(
            2,
            (await Client.ListAsync("ListIdentityProviders", "Providers", new() { ["UserPoolId"] = pool, ["MaxResults"] = 1 })).Pages
        );
        await Client.CallAsync(
            "CreateUserPoolClient",
            new
            {
                UserPoolId = pool,
                ClientName = "web",
                SupportedIdentityProviders = new[] { "COGNITO", "Google" },
            }
        );
        await Client.CallAsync("DeleteIdentityProvider", new { UserPoolId = pool, ProviderName = "Google" });
        await ExpectAsync("ResourceNotFoundException", "DescribeIdentityProvider", new { UserPoolId = pool, ProviderName = "Google" });
    }

    [Fact]
    public async Task A_resource_server_gives_scopes_to_clients_and_its_update_replaces_them()
    {
        string pool = await Client.CreatePoolAsync();
        object[] scopes = [new { ScopeName = "read", ScopeDescription = "Read" }];
        await Client.CallAsync(
            "CreateResourceServer",
            new
            {
                UserPoolId = pool,
                Identifier = "orders",
                Name = "Orders",
                Scopes = scopes,
            }
        );
        await ExpectAsync(
            "InvalidParameterException",
            "CreateResourceServer",
            new
            {
                UserPoolId = pool,
                Identifier = "orders",
                Name = "Orders",
            }
        );
        object client = new
        {
            UserPoolId = pool,
            ClientName = "batch",
            GenerateSecret = true,
            AllowedOAuthFlows = new[] { "client_credentials" },
            AllowedOAuthScopes = new[] { "orders/read" },
            AllowedOAuthFlowsUserPoolClient = true,
        };
        await Client.CallAsync("CreateUserPoolClient", client);
        await Client.CallAsync(
            "UpdateResourceServer",
            new
            {
                UserPoolId = pool,
                Identifier = "orders",
                Name = "Orders",
            }
        );
        Assert.Empty(
            (await Client.CallAsync("DescribeResourceServer", new { UserPoolId = pool, Identifier = "orders" }))
                .GetProperty("ResourceServer")
                .GetProperty("Scopes")
                .EnumerateArray()
        );
        await ExpectAsync("ScopeDoesNotExistException", "CreateUserPoolClient", client);
        for (int i = 0; i < 24; i++)
            await Client.CallAsync(
                "CreateResourceServer",
                new
                {
                    UserPoolId = pool,
                    Identifier = $"s{i}",
                    Name = "x",
                }
            );
        await ExpectAsync(
            "LimitExceededException",
            "CreateResourceServer",
            new
            {
                UserPoolId = pool,
                Identifier = "s25",
                Name = "x",
            }
        );
        Assert.Equal(
            25,
            (await Client.ListAsync("ListResourceServers", "ResourceServers", new() { ["UserPoolId"] = pool, ["MaxResults"] = 10 }))
                .Items
                .Count
        );
        await Client.CallAsync("DeleteResourceServer", new { UserPoolId = pool, Identifier = "orders" });
        await ExpectAsync("ResourceNotFoundException", "DescribeResourceServer", new { UserPoolId = pool, Identifier = "orders" });
    }

    [Fact]
    public async Task Branding_is_one_per_client_and_an_update_keeps_its_assets()
    {
        string pool = await Client.CreatePoolAsync();
        string client = await CreateClientAsync(pool);
        object[] assets =
        [
            new
            {
                Category = "FORM_LOGO",
                ColorMode = "LIGHT",
                Extension = "PNG",
                Bytes = Convert.ToBase64String([1, 2, 3]),
            },
        ];
        await ExpectAsync("InvalidParameterException", "CreateManagedLoginBranding", new { UserPoolId = pool, ClientId = client });
        await ExpectAsync(
            "InvalidParameterException",
            "CreateManagedLoginBranding",
            new
            {
                UserPoolId = pool,
                ClientId = client,
                UseCognitoProvidedValues = true,
                Assets = assets,
                Settings = new { categories = new { form = 1 } },
            }
        );
        JsonElement made = (
            await Client.CallAsync(
                "CreateManagedLoginBranding",
                new
                {
                    UserPoolId = pool,
                    ClientId = client,
                    Assets = assets,
                    Settings = new { categories = new { form = 1 } },
                }
            )
        ).GetProperty("ManagedLoginBranding");
        string id = made.GetProperty("ManagedLoginBrandingId").GetString()!;
        await ExpectAsync(
            "ManagedLoginBrandingExistsException",
            "CreateManagedLoginBranding",
            new
            {
                UserPoolId = pool,
                ClientId = client,
                UseCognitoProvidedValues = true,
            }
        );
        await Client.CallAsync(
            "UpdateManagedLoginBranding",
            new
            {
                UserPoolId = pool,
                ManagedLoginBrandingId = id,
                Settings = new { categories = new { form = 2 } },
            }
        );
        JsonElement branding = (
            await Client.CallAsync("DescribeManagedLoginBrandingByClient", new { UserPoolId = pool, ClientId = client })
        ).GetProperty("ManagedLoginBranding");
        Assert.Equal(2, branding.GetProperty("Settings").GetProperty("categories").GetProperty("form").GetInt32());
        Assert.Equal(1, branding.GetProperty("Assets").GetArrayLength());
        await Client.CallAsync("DeleteManagedLoginBranding", new { UserPoolId = pool, ManagedLoginBrandingId = id });
        await ExpectAsync(
            "ResourceNotFoundException",
            "DescribeManagedLoginBranding",
            new { UserPoolId = pool, ManagedLoginBrandingId = id }
        );
        await ExpectAsync(
            "InvalidParameterException",
            "UpdateManagedLoginBranding",
            new { ManagedLoginBrandingId = id, UseCognitoProvidedValues = true }
        );
        await ExpectAsync(
            "InvalidParameterException",
            "UpdateManagedLoginBranding",
            new { UserPoolId = pool, UseCognitoProvidedValues = true }
        );
    }

    [Fact]
    public async Task Customization_needs_a_domain_and_falls_back_to_all_clients()
    {
        string pool = await Client.CreatePoolAsync();
        string client = await CreateClientAsync(pool);
        await ExpectAsync("InvalidParameterException", "SetUICustomization", new { UserPoolId = pool, CSS = ".x{}" });
        await Client.CallAsync("CreateUserPoolDomain", new { UserPoolId = pool, Domain = "custom-look" });
        await Client.CallAsync(
            "SetUICustomization",
            new
            {
                UserPoolId = pool,
                CSS = ".banner{}",
                ImageFile = Convert.ToBase64String([1]),
            }
        );
        JsonElement look = (await Client.CallAsync("GetUICustomization", new { UserPoolId = pool, ClientId = client })).GetProperty(
            "UICustomization"
        );
        Assert.Equal(".banner{}", look.GetProperty("CSS").GetString());
        Assert.True(look.TryGetProperty("ImageUrl", out _));
        await Client.CallAsync("SetUICustomization", new { UserPoolId = pool, ClientId = client });
        Assert.False(
            (await Client.CallAsync("GetUICustomization", new { UserPoolId = pool, ClientId = client }))
                .GetProperty("UICustomization")
                .TryGetProperty("CSS", out _)
        );
    }

    [Fact]
    public async Task Terms_are_one_per_client_and_name()
    {
        string pool = await Client.CreatePoolAsync();
        string client = await CreateClientAsync(pool);
        Dictionary<string, string> links = new() { ["cognito:default"] = "https://example.com/terms" };
        object create = new
        {
            UserPoolId = pool,
            ClientId = client,
            TermsName = "terms-of-use",
            TermsSource = "LINK",
            Enforcement = "NONE",
            Links = links,
        };
        string id = (await Client.CallAsync("CreateTerms", create)).GetProperty("Terms").GetProperty("TermsId").GetString()!;
        await ExpectAsync("TermsExistsException", "CreateTerms", create);
        links["cognito:french"] = "https://example.com/fr";
        await Client.CallAsync(
            "UpdateTerms",
            new
            {
                UserPoolId = pool,
                TermsId = id,
                Links = links,
            }
        );
        JsonElement terms = (
            await Client.CallAsync(
                "DescribeTermsByClient",
                new
                {
                    UserPoolId = pool,
                    ClientId = client,
                    TermsName = "terms-of-use",
                }
            )
        ).GetProperty("Terms");
        Assert.Equal(2, terms.GetProperty("Links").EnumerateObject().Count());
        Assert.Single((await Client.CallAsync("ListTerms", new { UserPoolId = pool })).GetProperty("Terms").EnumerateArray());
        await Client.CallAsync("DeleteTerms", new { UserPoolId = pool, TermsId = id });
        await ExpectAsync("ResourceNotFoundException", "DescribeTerms", new { UserPoolId = pool, TermsId = id });
    }

    [Fact]
    public async Task Second_factors_are_replaced_as_a_whole()
    {
        string pool = await Client.CreatePoolAsync();
        await ExpectAsync("InvalidParameterException", "UpdateUserPool", new { UserPoolId = pool, MfaConfiguration = "ON" });
        await ExpectAsync("InvalidParameterException", "SetUserPoolMfaConfig", new { UserPoolId = pool, MfaConfiguration = "ON" });
        await Client.CallAsync(
            "SetUserPoolMfaConfig",
            new
            {
                UserPoolId = pool,
                MfaConfiguration = "OPTIONAL",
                SoftwareTokenMfaConfiguration = new { Enabled = true },
                WebAuthnConfiguration = new { UserVerification = "preferred" },
            }
        );
        JsonElement mfa = await Client.CallAsync("GetUserPoolMfaConfig", new { UserPoolId = pool });
        Assert.True(mfa.GetProperty("SoftwareTokenMfaConfiguration").GetProperty("Enabled").GetBoolean());
        Assert.Equal(
            "OPTIONAL",
            (await Client.CallAsync("DescribeUserPool", new { UserPoolId = pool }))
                .GetProperty("UserPool")
                .GetProperty("MfaConfiguration")
                .GetString()
        );
        await Client.CallAsync("UpdateUserPool", new { UserPoolId = pool, MfaConfiguration = "ON" });
        await Client.CallAsync("SetUserPoolMfaConfig", new { UserPoolId = pool });
        mfa = await Client.CallAsync("GetUserPoolMfaConfig", new { UserPoolId = pool });
        Assert.Equal("MfaConfiguration", mfa.EnumerateObject().Single().Name);
        Assert.Equal("OFF", mfa.GetProperty("MfaConfiguration").GetString());
    }

    [Fact]
    public async Task Risk_needs_threat_protection_which_needs_the_tier()
    {
        await ExpectAsync(
            "FeatureUnavailableInTierException",
            "CreateUserPool",
            new { PoolName = "p", UserPoolAddOns = new { AdvancedSecurityMode = "ENFORCED" } }
        );
        string plain = await Client.CreatePoolAsync();
        object low = new { Actions = new { LowAction = new { Notify = false, EventAction = "NO_ACTION" } } };
        await ExpectAsync(
            "UserPoolAddOnNotEnabledException",
            "SetRiskConfiguration",
            new { UserPoolId = plain, AccountTakeoverRiskConfiguration = low }
        );
        string pool = await Client.CreatePoolAsync(
            new
            {
                PoolName = "p",
                UserPoolTier = "PLUS",
                UserPoolAddOns = new { AdvancedSecurityMode = "ENFORCED" },
            }
        );
        await Client.CallAsync("SetRiskConfiguration", new { UserPoolId = pool, AccountTakeoverRiskConfiguration = low });
        await ExpectAsync(
            "InvalidParameterException",
            "SetRiskConfiguration",
            new { UserPoolId = pool, RiskExceptionConfiguration = new { BlockedIPRangeList = new[] { "10.0.0.0/33" } } }
        );
        await Client.CallAsync(
            "SetRiskConfiguration",
            new { UserPoolId = pool, RiskExceptionConfiguration = new { BlockedIPRangeList = new[] { "10.0.0.0/8" } } }
        );
        JsonElement risk = (await Client.CallAsync("DescribeRiskConfiguration", new { UserPoolId = pool })).GetProperty(
            "RiskConfiguration"
        );
        Assert.False(risk.TryGetProperty("AccountTakeoverRiskConfiguration", out _));
        Assert.Equal("10.0.0.0/8", risk.GetProperty("RiskExceptionConfiguration").GetProperty("BlockedIPRangeList")[0].GetString());
    }

    [Fact]
    public async Task Log_delivery_is_replaced_and_has_one_destination_per_source()
    {
        string pool = await Client.CreatePoolAsync();
        object log = new
        {
            LogLevel = "ERROR",
            EventSource = "userNotification",
            CloudWatchLogsConfiguration = new { LogGroupArn = LogGroup },
        };
        await Client.CallAsync("SetLogDeliveryConfiguration", new { UserPoolId = pool, LogConfigurations = new[] { log } });
        await ExpectAsync(
            "InvalidParameterException",
            "SetLogDeliveryConfiguration",
            new { UserPoolId = pool, LogConfigurations = new[] { log, log } }
        );
        await ExpectAsync(
            "FeatureUnavailableInTierException",
            "SetLogDeliveryConfiguration",
            new
            {
                UserPoolId = pool,
                LogConfigurations = new[]
                {
                    new
                    {
                        LogLevel = "INFO",
                        EventSource = "userAuthEvents",
                        CloudWatchLogsConfiguration = new { LogGroupArn = LogGroup },
                    },
                },
            }
        );
        Assert.Equal(
            1,
            (await Client.CallAsync("GetLogDeliveryConfiguration", new { UserPoolId = pool }))
                .GetProperty("LogDeliveryConfiguration")
                .GetProperty("LogConfigurations")
                .GetArrayLength()
        );
        await Client.CallAsync("SetLogDeliveryConfiguration", new { UserPoolId = pool, LogConfigurations = Array.Empty<object>() });
        Assert.Equal(
            0,
            (await Client.CallAsync("GetLogDeliveryConfiguration", new { UserPoolId = pool }))
                .GetProperty("LogDeliveryConfiguration")
                .GetProperty("LogConfigurations")
                .GetArrayLength()
        );
    }

    [Fact]
    public async Task Sessions_replicas_and_the_certificate_are_kept_per_pool()
    {
        string pool = await Client.CreatePoolAsync();
        string client = await CreateClientAsync(pool);
        Assert.Equal(
            "DISABLED",
            (await Client.CallAsync("GetUserPoolSessionConfiguration", new { UserPoolId = pool }))
                .GetProperty("UserSessionTracking")
                .GetString()
        );
        await Client.CallAsync(
            "SetUserPoolSessionConfiguration",
            new
            {
                UserPoolId = pool,
                UserSessionTracking = "ENABLED",
                TokenSession = new { MaxPerUser = 5 },
            }
        );
        Assert.Equal(
            5,
            (await Client.CallAsync("GetUserPoolSessionConfiguration", new { UserPoolId = pool }))
                .GetProperty("TokenSession")
                .GetProperty("MaxPerUser")
                .GetInt32()
        );
        await Client.CallAsync(
            "SetUserPoolClientSessionConfiguration",
            new
            {
                UserPoolId = pool,
                ClientId = client,
                SSOSession = new { MaxValidityMinutes = 30 },
            }
        );
        Assert.Equal(
            30,
            (await Client.CallAsync("GetUserPoolClientSessionConfiguration", new { UserPoolId = pool, ClientId = client }))
                .GetProperty("SSOSession")
                .GetProperty("MaxValidityMinutes")
                .GetInt32()
        );

        await Client.CallAsync("CreateUserPoolReplica", new { UserPoolId = pool, RegionName = "us-west-2" });
        await ExpectAsync("InvalidParameterException", "CreateUserPoolReplica", new { UserPoolId = pool, RegionName = "us-west-2" });
        await Client.CallAsync(
            "UpdateUserPoolReplica",
            new
            {
                UserPoolId = pool,
                RegionName = "us-west-2",
                Status = "INACTIVE",
            }
        );
        JsonElement replicas = (await Client.CallAsync("ListUserPoolReplicas", new { UserPoolId = pool })).GetProperty("UserPoolReplicas");
        Assert.Equal(
            ["PRIMARY ACTIVE", "SECONDARY INACTIVE"],
            replicas.EnumerateArray().Select(r => $"{r.GetProperty("Role").GetString()} {r.GetProperty("Status").GetString()}")
        );
        await Client.CallAsync("DeleteUserPoolReplica", new { UserPoolId = pool, RegionName = "us-west-2" });
        await ExpectAsync("ResourceNotFoundException", "DeleteUserPoolReplica", new { UserPoolId = pool, RegionName = "us-west-2" });

        byte[] certificate = Convert.FromBase64String(
            (await Client.CallAsync("GetSigningCertificate", new { UserPoolId = pool })).GetProperty("Certificate").GetString()!
        );
        Assert.Contains(
            "CognitoPS",
            System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(certificate).Subject
        );
    }

    [Fact]
    public async Task Tags_are_added_and_removed_by_arn()
    {
        string pool = await Client.CreatePoolAsync(new { PoolName = "p", UserPoolTags = new { stage = "test" } });
        string arn = (await Client.CallAsync("DescribeUserPool", new { UserPoolId = pool }))
            .GetProperty("UserPool")
            .GetProperty("Arn")
            .GetString()!;
        await Client.CallAsync("TagResource", new { ResourceArn = arn, Tags = new { owner = "me", stage = "prod" } });
        await Client.CallAsync("UntagResource", new { ResourceArn = arn, TagKeys = new[] { "owner" } });
        Assert.Equal(
            """{"stage":"prod"}""",
            (await Client.CallAsync("ListTagsForResource", new { ResourceArn = arn })).GetProperty("Tags").GetRawText()
        );
        await ExpectAsync(
            "InvalidParameterException",
            "TagResource",
            new { ResourceArn = arn, Tags = Enumerable.Range(0, 51).ToDictionary(i => $"t{i}", _ => "x") }
        );
        await ExpectAsync("ResourceNotFoundException", "ListTagsForResource", new { ResourceArn = arn + "x" });
    }

    [Fact]
    public async Task A_limit_can_be_raised_where_the_service_allows_it()
    {
        object Limit(string category) => new { LimitClass = "API_CATEGORY", Attributes = new { Category = category } };
        await Client.CallAsync("UpdateProvisionedLimit", new { LimitDefinition = Limit("UserCreation"), RequestedLimitValue = 80 });
        JsonElement limit = (await Client.CallAsync("GetProvisionedLimit", new { LimitDefinition = Limit("USER_CREATION") })).GetProperty(
            "Limit"
        );
        Assert.Equal((80, 50), (limit.GetProperty("ProvisionedLimitValue").GetInt32(), limit.GetProperty("FreeLimitValue").GetInt32()));
        await ExpectAsync(
            "ServiceQuotaExceededException",
            "UpdateProvisionedLimit",
            new { LimitDefinition = Limit("UserList"), RequestedLimitValue = 80 }
        );
        await ExpectAsync("ResourceNotFoundException", "GetProvisionedLimit", new { LimitDefinition = Limit("Nothing") });
    }

    [Fact]
    public async Task A_client_has_two_secrets_at_most_and_keeps_one()
    {
        string pool = await Client.CreatePoolAsync();
        string client = await CreateClientAsync(pool, secret: true);
        JsonElement added = (await Client.CallAsync("AddUserPoolClientSecret", new { UserPoolId = pool, ClientId = client })).GetProperty(
            "ClientSecretDescriptor"
        );
        await ExpectAsync("LimitExceededException", "AddUserPoolClientSecret", new { UserPoolId = pool, ClientId = client });
        string[] ids =
        [
            .. (await Client.CallAsync("ListUserPoolClientSecrets", new { UserPoolId = pool, ClientId = client }))
                .GetProperty("ClientSecrets")
                .EnumerateArray()
                .Select(s => s.GetProperty("ClientSecretId").GetString()!),
        ];
        Assert.Equal(2, ids.Length);
        await Client.CallAsync(
            "DeleteUserPoolClientSecret",
            new
            {
                UserPoolId = pool,
                ClientId = client,
                ClientSecretId = ids[0],
            }
        );
        await ExpectAsync(
            "InvalidParameterException",
            "DeleteUserPoolClientSecret",
            new
            {
                UserPoolId = pool,
                ClientId = client,
                ClientSecretId = ids[1],
            }
        );
        Assert.Equal(
            added.GetProperty("ClientSecretValue").GetString(),
            (await Client.CallAsync("DescribeUserPoolClient", new { UserPoolId = pool, ClientId = client }))
                .GetProperty("UserPoolClient")
                .GetProperty("ClientSecret")
                .GetString()
        );
    }
}
