using System.Management.Automation;
using System.Text.Json;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Cmdlets;

/// <summary>What stands around a pool: domains, identity providers, resource servers, styles, terms, risk and logs.</summary>
public sealed class PoolResourceTests : IDisposable
{
    private const string Metadata =
        """<?xml version="1.0"?><EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com" />""";

    private readonly Engine _engine = new();
    private readonly TemporaryFolder _folder = new();

    public PoolResourceTests()
    {
        File.WriteAllText(_folder.PathOf("metadata.xml"), Metadata);
        File.WriteAllText(_folder.PathOf("page.html"), "<html><body>Sign in first</body></html>");
        File.WriteAllText(
            _folder.PathOf("style.json"),
            """{ "categories": { "global": { "colorSchemeMode": "LIGHT", "spacingDensity": "REGULAR" } }, "components": { "form": { "borderRadius": 8.5, "lines": [1, 2] } } }"""
        );
        File.WriteAllText(_folder.PathOf("broken.json"), "{ \"categories\": ");
        File.WriteAllText(_folder.PathOf("login.css"), ".banner-customizable { color: navy; }");
        File.WriteAllBytes(_folder.PathOf("logo.png"), Bytes(3_000));
        File.WriteAllBytes(_folder.PathOf("large.png"), Bytes(900_000));
        File.WriteAllBytes(_folder.PathOf("toolarge.png"), Bytes(1_000_001));
        File.WriteAllBytes(_folder.PathOf("logo.bmp"), Bytes(3_000));
        _engine.Run("$folder = $args[0]", _folder.Name).Succeeded();
    }

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Setting_one_member_of_each_changes_exactly_those()
    {
        string pool = Build();
        Snapshot before = await Snapshot.OfEverythingAsync(_engine.Server, pool);

        _engine
            .Run(
                """
                $pool = Get-CognitoUserPool production
                $pool | Get-CognitoUserPoolDomain | Where-Object IsCustom | Set-CognitoUserPoolDomain -ManagedLoginVersion 2
                $pool | Get-CognitoIdentityProvider -ProviderName corp* | Set-CognitoIdentityProvider -AttributeMapping @{ given_name = 'first' } -AddIdpIdentifier example.org
                $pool | Set-CognitoIdentityProvider -ProviderName partner -AuthorizeScopes openid, profile
                $pool | Get-CognitoResourceServer | Set-CognitoResourceServer -AddScope @{ delete = 'Delete orders' }
                $pool | Get-CognitoManagedLoginBranding | Set-CognitoManagedLoginBranding -Settings @{ categories = @{ global = @{ colorSchemeMode = 'DARK' } } }
                $pool | Get-CognitoTerm | Set-CognitoTerm -Links @{ 'cognito:french' = 'https://example.com/fr-2' }
                $pool | Set-CognitoRiskConfiguration -AccountTakeoverRiskConfiguration @{ Actions = @{ HighAction = @{ EventAction = 'MFA_REQUIRED' } } } -AddSkippedIPRange 203.0.113.0/24
                $pool | Set-CognitoLogDelivery -RemoveLogConfiguration userNotification
                $pool | Set-CognitoUICustomization -CSS '.x { color: red; }' -ImagePath $folder/logo.png
                """,
                pool
            )
            .Succeeded();

        Assert.Equal(
            [
                "CustomDomain.ManagedLoginVersion",
                "IdentityProvider.corporate.AttributeMapping.given_name",
                "IdentityProvider.corporate.IdpIdentifiers",
                "IdentityProvider.partner.ProviderDetails.authorize_scopes",
                "Logs.LogConfigurations",
                "Look.CSS",
                "Look.ImageUrl",
                "ResourceServer.https://api.example.com.Scopes",
                "Risk.AccountTakeoverRiskConfiguration.Actions.HighAction.EventAction",
                "Risk.RiskExceptionConfiguration.SkippedIPRangeList",
                "Terms.terms-of-use.Links.cognito:french",
                "web.Style.ManagedLoginBranding.Settings.categories.global.colorSchemeMode",
            ],
            before.Differences(await Snapshot.OfEverythingAsync(_engine.Server, pool))
        );
    }

    [Fact]
    public async Task Entries_of_maps_documents_and_lists_go_one_by_one()
    {
        string pool = Build();
        Snapshot before = await Snapshot.OfEverythingAsync(_engine.Server, pool);

        _engine
            .Run(
                """
                Set-CognitoIdentityProvider $args[0] corporate -Clear AttributeMapping.email
                Get-CognitoTerm $args[0] | Set-CognitoTerm -Clear Links.cognito:french
                Get-CognitoManagedLoginBranding $args[0] | Set-CognitoManagedLoginBranding -Clear Settings.components.form.lines -RemoveAsset FORM_LOGO/DARK
                Get-CognitoResourceServer $args[0] | Set-CognitoResourceServer -RemoveScope write
                """,
                pool
            )
            .Succeeded();

        Snapshot after = await Snapshot.OfEverythingAsync(_engine.Server, pool);
        Assert.Equal(
            [
                "IdentityProvider.corporate.AttributeMapping.email",
                "ResourceServer.https://api.example.com.Scopes",
                "Terms.terms-of-use.Links.cognito:french",
                "web.Style.ManagedLoginBranding.Assets",
                "web.Style.ManagedLoginBranding.Settings.components.form.lines",
            ],
            before.Differences(after)
        );
        Assert.Equal(
            ["read"],
            JsonDocument
                .Parse(after["ResourceServer.https://api.example.com.Scopes"]!)
                .RootElement.EnumerateArray()
                .Select(scope => scope.GetProperty("ScopeName").GetString())
        );
        Assert.Equal(
            Bytes(3_000),
            Assert
                .Single(JsonDocument.Parse(after["web.Style.ManagedLoginBranding.Assets"]!).RootElement.EnumerateArray())
                .GetProperty("Bytes")
                .GetBytesFromBase64()
        );
    }

    [Fact]
    public void What_is_removed_is_gone()
    {
        string pool = Build();

        Outcome left = _engine
            .Run(
                """
                Get-CognitoTerm $args[0] | Remove-CognitoTerm -Confirm:$false
                Get-CognitoManagedLoginBranding $args[0] | Remove-CognitoManagedLoginBranding -Confirm:$false
                Get-CognitoResourceServer $args[0] | Remove-CognitoResourceServer -Confirm:$false
                Get-CognitoIdentityProvider $args[0] | Remove-CognitoIdentityProvider -Confirm:$false
                Get-CognitoUserPoolDomain $args[0] | Remove-CognitoUserPoolDomain -Confirm:$false
                Get-CognitoTerm $args[0]; Get-CognitoManagedLoginBranding $args[0]; Get-CognitoResourceServer $args[0]; Get-CognitoIdentityProvider $args[0]; Get-CognitoUserPoolDomain $args[0]
                """,
                pool
            )
            .Succeeded();

        Assert.Empty(left.Output);
        Assert.Equal(2, _engine.Server.Log.Count("DeleteUserPoolDomain"));
    }

    [Fact]
    public void Each_can_be_found_by_its_keys()
    {
        string pool = Build();

        Outcome found = _engine
            .Run(
                """
                Get-CognitoUserPoolDomain -Domain my-company
                Get-CognitoIdentityProvider $args[0] -IdpIdentifier example.com
                Get-CognitoResourceServer $args[0] https://api.example.com
                Get-CognitoUserPoolClient $args[0] | Get-CognitoManagedLoginBranding -ReturnMergedResources
                Get-CognitoUserPoolClient $args[0] | Get-CognitoTerm -TermsName terms-of-use
                """,
                pool
            )
            .Succeeded();

        Assert.Equal(
            [
                "CognitoPS.UserPoolDomain",
                "CognitoPS.IdentityProvider",
                "CognitoPS.ResourceServer",
                "CognitoPS.ManagedLoginBranding",
                "CognitoPS.Term",
            ],
            found.Output.Select(item => item.TypeNames[0])
        );
        Assert.Equal(["DomainNotFound"], _engine.Run("Get-CognitoUserPoolDomain -Domain nobodys").ErrorIds);
    }

    [Fact]
    public void Secrets_of_providers_are_never_shown()
    {
        string pool = _engine.Server.AddPool("customers");

        Outcome outcome = _engine
            .Run(
                """
                New-CognitoIdentityProvider $args[0] partner OIDC -ProviderClientId app -ProviderClientSecret verysecret1 -OidcIssuer https://op.example.com -Verbose
                Set-CognitoIdentityProvider $args[0] partner -ProviderDetails @{ client_secret = 'verysecret2' } -PassThru -Verbose
                Set-CognitoIdentityProvider $args[0] partner -ProviderClientSecret verysecret3 -WhatIf
                Get-CognitoIdentityProvider $args[0] partner | ForEach-Object { $_.ProviderDetails.Keys; $_.ProviderDetails.Values; "$($_.ProviderClientSecret)" }
                """,
                pool
            )
            .Succeeded();

        Assert.DoesNotContain("verysecret", outcome.Everything, StringComparison.Ordinal);
        Assert.Contains(
            "verysecret2",
            _engine.Server.Log.Requests.Last(request => request.Operation == "UpdateIdentityProvider").Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void New_metadata_takes_the_place_of_the_old_and_nothing_that_the_service_sets_is_sent_back()
    {
        string pool = Build();

        _engine
            .Run(
                "Set-CognitoIdentityProvider $args[0] corporate -MetadataUrl https://idp.example.com/m.xml; Set-CognitoIdentityProvider $args[0] Google -AuthorizeScopes openid",
                pool
            )
            .Succeeded();

        JsonElement[] sent =
        [
            .. _engine
                .Server.Log.Requests.Where(request => request.Operation == "UpdateIdentityProvider")
                .Select(request => JsonDocument.Parse(request.Body).RootElement.GetProperty("ProviderDetails")),
        ];
        Assert.Equal(["IDPSignout", "MetadataURL"], sent[0].EnumerateObject().Select(detail => detail.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["authorize_scopes", "client_id", "client_secret"],
            sent[1].EnumerateObject().Select(detail => detail.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Apples_private_key_cannot_be_read_back_and_is_asked_for_when_it_is_needed()
    {
        string pool = _engine.Server.AddPool("customers");
        File.WriteAllText(_folder.PathOf("key.p8"), "verysecretkey");

        Outcome outcome = _engine.Run(
            """
            $null = New-CognitoIdentityProvider $args[0] SignInWithApple signinwithapple -ProviderClientId com.example -TeamId T1 -KeyId K1 -PrivateKeyPath $folder/key.p8 -AuthorizeScopes email, name
            Set-CognitoIdentityProvider $args[0] SignInWithApple -AttributeMapping @{ email = 'email' }
            Set-CognitoIdentityProvider $args[0] SignInWithApple -KeyId K2 -PrivateKeyPath $folder/key.p8
            Set-CognitoIdentityProvider $args[0] SignInWithApple -KeyId K3
            Get-CognitoIdentityProvider $args[0] SignInWithApple
            """,
            pool
        );

        Assert.Equal(["MissingSetting"], outcome.ErrorIds);
        Assert.Equal("K2", ((IReadOnlyDictionary<string, string>)outcome["ProviderDetails"]!)["key_id"]);
        Assert.Equal("email", ((IReadOnlyDictionary<string, string>)outcome["AttributeMapping"]!)["email"]);
        Assert.DoesNotContain("verysecretkey", outcome.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_that_is_too_large_for_one_request_is_sent_in_parts()
    {
        string pool = Build();

        Outcome outcome = _engine
            .Run(
                """
                foreach ($category in 'PAGE_BACKGROUND', 'FORM_BACKGROUND') {
                    Get-CognitoManagedLoginBranding $args[0] | Set-CognitoManagedLoginBranding -AddAsset @{ Category = $category; ColorMode = 'LIGHT'; Path = "$folder/large.png" }
                }
                """,
                pool
            )
            .Succeeded();

        Assert.Empty(outcome.Warnings);
        Assert.Equal(
            [3, 1],
            _engine
                .Server.Log.Requests.Where(request => request.Operation == "UpdateManagedLoginBranding")
                .Select(request => JsonDocument.Parse(request.Body).RootElement.GetProperty("Assets").GetArrayLength())
        );
    }

    [Theory]
    [InlineData("New-CognitoUserPoolDomain $pool auth.example.com", "MissingSetting")]
    [InlineData(
        "New-CognitoUserPoolDomain $pool prefix -CertificateArn arn:aws:acm:us-east-1:123456789012:certificate/1",
        "ContradictingParameters"
    )]
    [InlineData(
        "New-CognitoUserPoolDomain $pool auth.example.com -CertificateArn $arn -CustomDomainConfig @{ CertificateArn = $arn }",
        "ContradictingParameters"
    )]
    [InlineData("New-CognitoIdentityProvider $pool corp SAML -MetadataPath $folder/nosuch.xml", "FileNotFound")]
    [InlineData("New-CognitoIdentityProvider $pool corp SAML -MetadataPath $folder/large.png", "FileTooLarge")]
    [InlineData("New-CognitoIdentityProvider $pool corp SAML -MetadataPath $folder/page.html", "InvalidMetadata")]
    [InlineData(
        "New-CognitoIdentityProvider $pool corp SAML -MetadataUrl https://a.example -MetadataPath $folder/metadata.xml",
        "ContradictingParameters"
    )]
    [InlineData("New-CognitoIdentityProvider $pool corp SAML -MetadataUrl metadata.xml", "InvalidSetting")]
    [InlineData("New-CognitoIdentityProvider $pool corp SAML", "MissingSetting")]
    [InlineData("New-CognitoIdentityProvider $pool corp SAML -ProviderDetails @{ MetadataUri = 'https://a.example' }", "UnknownSetting")]
    [InlineData("New-CognitoIdentityProvider $pool corp SAML -MetadataUrl https://a.example -TeamId T1", "UnknownSetting")]
    [InlineData(
        "New-CognitoIdentityProvider $pool corp OIDC -ProviderClientId a -OidcIssuer https://a.example -ProviderDetails @{ client_id = 'b' }",
        "ContradictingParameters"
    )]
    [InlineData(
        "New-CognitoIdentityProvider $pool corp OIDC -ProviderClientId a -OidcIssuer https://a.example -IdpIdentifiers a, $null",
        "NullInList"
    )]
    [InlineData(
        "New-CognitoIdentityProvider $pool mine Google -ProviderClientId a -ProviderClientSecret b -AuthorizeScopes openid",
        "ContradictingParameters"
    )]
    [InlineData("Set-CognitoIdentityProvider $pool corp -ProviderDetails @{ clientid = 'a' }", "UnknownSetting")]
    [InlineData("New-CognitoResourceServer $pool api -Scopes @{ read = '' }", "ParameterArgumentTransformationError")]
    [InlineData(
        "New-CognitoResourceServer $pool api -Scopes @{ ScopeName = 'read'; ScopeDescripton = 'Read' }",
        "ParameterArgumentTransformationError"
    )]
    [InlineData("Set-CognitoResourceServer $pool api -Scopes @{ read = 'Read' } -RemoveScope write", "ContradictingParameters")]
    [InlineData("New-CognitoManagedLoginBranding $pool client -Settings $folder/nosuch.json", "ParameterArgumentTransformationError")]
    [InlineData("New-CognitoManagedLoginBranding $pool client -Settings $folder/broken.json", "ParameterArgumentTransformationError")]
    [InlineData(
        "New-CognitoManagedLoginBranding $pool client -Assets @{ Category = 'FORM_LOGO'; ColorMode = 'LIGHT'; Path = \"$folder/toolarge.png\" }",
        "ParameterArgumentTransformationError"
    )]
    [InlineData(
        "New-CognitoManagedLoginBranding $pool client -Assets @{ Category = 'FORM_LOGO'; ColorMode = 'LIGHT'; Path = \"$folder/logo.bmp\" }",
        "ParameterArgumentTransformationError"
    )]
    [InlineData(
        "New-CognitoManagedLoginBranding $pool client -Assets @{ Category = 'FORM_LOGO'; ColorMod = 'LIGHT'; Path = \"$folder/logo.png\" }",
        "ParameterArgumentTransformationError"
    )]
    [InlineData("New-CognitoManagedLoginBranding $pool client -Settings '{}' -UseCognitoProvidedValues", "ContradictingParameters")]
    [InlineData("Set-CognitoManagedLoginBranding $pool", "MissingSetting")]
    [InlineData("Set-CognitoUICustomization $pool -CSS a -CSSPath $folder/login.css", "ContradictingParameters")]
    [InlineData("Set-CognitoUICustomization $pool -ImagePath $folder/large.png", "FileTooLarge")]
    [InlineData("Set-CognitoUICustomization $pool -ImagePath $folder/logo.bmp", "InvalidSetting")]
    [InlineData("New-CognitoTerm $pool client terms-of-use @{}", "InvalidSetting")]
    [InlineData(
        "Set-CognitoRiskConfiguration $pool -CompromisedCredentialsRiskConfiguration @{ Action = @{ EventAction = 'BLOCK' } }",
        "ParameterArgumentTransformationError"
    )]
    [InlineData("Set-CognitoRiskConfiguration $pool -AddBlockedIPRange 192.0.2.0/24, $null", "NullInList")]
    [InlineData(
        "Set-CognitoLogDelivery $pool -AddLogConfiguration @{ EventSource = 'userAuthEvents'; LogLevel = 'INFO' }",
        "MissingSetting"
    )]
    public void What_cannot_be_meant_is_an_error_before_anything_is_sent(string script, string id)
    {
        string pool = _engine.Server.AddPool("customers");

        Outcome outcome = _engine.Run($"$pool = $args[0]; $arn = 'arn:aws:acm:us-east-1:123456789012:certificate/1'; {script}", pool);

        Assert.Equal(
            id,
            (outcome.Errors.FirstOrDefault() ?? (outcome.Terminating as RuntimeException)?.ErrorRecord)?.FullyQualifiedErrorId.Split(',')[0]
        );
        Assert.Equal(0, _engine.Server.Log.Count());
    }

    [Theory]
    [InlineData("Get-CognitoIdentityProvider $pool -ProviderName co", "corporate")]
    [InlineData("Set-CognitoResourceServer $pool -Identifier ht", "https://api.example.com")]
    [InlineData("Set-CognitoUserPoolDomain $pool -Domain my", "my-company")]
    [InlineData("New-CognitoIdentityProvider $pool x -ProviderType O", "OIDC")]
    [InlineData("New-CognitoIdentityProvider $pool x -ProviderType SignInWithApple -ProviderDetails '@{ te", "@{ team_id = '' }")]
    public void Tab_completes_from_the_pool(string line, string expected)
    {
        line = line.Replace("$pool", Build(), StringComparison.Ordinal);

        Outcome outcome = _engine
            .Run(
                "TabExpansion2 $args[0] $args[0].Length | ForEach-Object { $_.CompletionMatches } | ForEach-Object { $_.CompletionText }",
                line
            )
            .Succeeded();

        Assert.Contains(expected, outcome.Output.Select(item => (string)item.BaseObject));
    }

    private static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * 7))];

    /// <summary>A pool with one of everything.</summary>
    private string Build() =>
        (string)
            _engine
                .Run(
                    """
                    $pool = New-CognitoUserPool -Name production -UserPoolTier PLUS -UserPoolAddOns @{ AdvancedSecurityMode = 'ENFORCED' }
                    $client = New-CognitoUserPoolClient $pool web
                    $null = New-CognitoUserPoolDomain $pool my-company -ManagedLoginVersion 2
                    $null = New-CognitoUserPoolDomain $pool auth.example.com -CertificateArn arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
                    $null = New-CognitoIdentityProvider $pool corporate SAML -MetadataPath $folder/metadata.xml -IdpSignout $true -AttributeMapping @{ email = 'mail' } -IdpIdentifiers example.com
                    $null = New-CognitoIdentityProvider $pool partner OIDC -ProviderClientId app -ProviderClientSecret hidden-1 -OidcIssuer https://op.example.com
                    $null = New-CognitoIdentityProvider $pool Google Google -ProviderClientId app -ProviderClientSecret hidden-2 -AuthorizeScopes openid, email
                    $null = New-CognitoResourceServer $pool https://api.example.com orders -Scopes ([ordered]@{ read = 'Read orders'; write = 'Change orders' })
                    $null = $client | New-CognitoManagedLoginBranding -Settings $folder/style.json -Assets @{ Category = 'FORM_LOGO'; ColorMode = 'LIGHT'; Path = "$folder/logo.png" }, @{ Category = 'FORM_LOGO'; ColorMode = 'DARK'; Path = "$folder/logo.png" }
                    $null = $client | New-CognitoTerm -TermsName terms-of-use -Links @{ 'cognito:default' = 'https://example.com/terms'; 'cognito:french' = 'https://example.com/fr' }
                    Set-CognitoRiskConfiguration $pool -CompromisedCredentialsRiskConfiguration @{ Actions = @{ EventAction = 'BLOCK' } } -AddBlockedIPRange 198.51.100.0/24 -AccountTakeoverRiskConfiguration @{
                        Actions = @{ LowAction = @{ EventAction = 'NO_ACTION'; Notify = $false }; HighAction = @{ EventAction = 'BLOCK'; Notify = $false } } }
                    Set-CognitoLogDelivery $pool -LogConfigurations @{ EventSource = 'userNotification'; LogLevel = 'ERROR'; CloudWatchLogsConfiguration = @{ LogGroupArn = 'arn:aws:logs:eu-west-1:123456789012:log-group:/aws/vendedlogs/pool' } },
                        @{ EventSource = 'userAuthEvents'; LogLevel = 'INFO'; S3Configuration = @{ BucketArn = 'arn:aws:s3:::example-logs' } }
                    Set-CognitoUICustomization $pool -CSSPath $folder/login.css -ImagePath $folder/logo.png
                    $pool.UserPoolId
                    """
                )
                .Succeeded()
                .Output[0]
                .BaseObject;
}
