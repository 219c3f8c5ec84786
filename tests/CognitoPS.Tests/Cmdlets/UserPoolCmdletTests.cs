using System.Management.Automation;
using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Settings;
using CognitoPS.Tests.LocalServer;
using CognitoPS.Tests.Support;
using CognitoPS.Updates;
using Xunit;

namespace CognitoPS.Tests.Cmdlets;

/// <summary>User pools, their clients and what belongs to them, from a script to the server and back.</summary>
public sealed class UserPoolCmdletTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task Setting_one_member_of_each_part_changes_exactly_those()
    {
        string pool = (string)
            _engine
                .Run(
                    """
                    $pool = New-CognitoUserPool -Name production -UsernameAttributes email -AutoVerifiedAttributes email -UserPoolTier PLUS -DeletionProtection ACTIVE `
                        -Schema @{ Name = 'plan'; AttributeDataType = 'String'; Mutable = $true; StringAttributeConstraints = @{ MaxLength = 20 } }, @{ Name = 'email'; AttributeDataType = 'String'; Required = $true } `
                        -PasswordPolicy @{ MinimumLength = 12; RequireSymbols = $true; PasswordHistorySize = 3 } -SignInPolicy @{ AllowedFirstAuthFactors = 'PASSWORD', 'WEB_AUTHN' } `
                        -LambdaConfig @{ PreSignUp = 'arn:aws:lambda:eu-west-1:123456789012:function:check'; PostConfirmation = 'arn:aws:lambda:eu-west-1:123456789012:function:welcome' } `
                        -VerificationMessageTemplate @{ EmailSubject = 'Your code'; EmailMessage = 'It is {####}' } -AdminCreateUserConfig @{ AllowAdminCreateUserOnly = $true } `
                        -UserPoolAddOns @{ AdvancedSecurityMode = 'AUDIT' } -UserPoolTags @{ team = 'identity'; stage = 'prod' } -AcrConfiguration @{ low = '1' } `
                        -SmsConfiguration @{ SnsCallerArn = 'arn:aws:iam::123456789012:role/sms'; ExternalId = 'x' }
                    Set-CognitoUserPoolMfa $pool OPTIONAL -SoftwareTokenMfaConfiguration $true -WebAuthnConfiguration @{ RelyingPartyId = 'example.com'; UserVerification = 'preferred' }
                    Set-CognitoSessionConfiguration $pool -UserSessionTracking ENABLED -MaxPerUser 3
                    $oauth = @{ AllowedOAuthFlows = 'code'; AllowedOAuthScopes = 'openid', 'email'; AllowedOAuthFlowsUserPoolClient = $true; SupportedIdentityProviders = 'COGNITO' }
                    $null = New-CognitoUserPoolClient $pool web @oauth -CallbackURLs https://example.com/in -LogoutURLs https://example.com/out -AccessTokenValidity 00:30:00
                    $null = New-CognitoUserPoolClient $pool app @oauth -CallbackURLs app://in -RefreshTokenValidity 90 -ExplicitAuthFlows ALLOW_USER_SRP_AUTH -RefreshTokenRotation @{ Feature = 'ENABLED'; RetryGracePeriodSeconds = 10 }
                    $null = New-CognitoUserPoolClient $pool server -GenerateSecret -ReadAttributes email, custom:plan -EnablePropagateAdditionalUserContextData $true
                    $pool.UserPoolId
                    """
                )
                .Succeeded()
                .Output[0]
                .BaseObject;
        Snapshot before = await Snapshot.OfPoolAsync(_engine.Server, pool);

        _engine
            .Run(
                """
                $pool = Get-CognitoUserPool -UserPoolId $args[0]
                $pool | Set-CognitoUserPool -PasswordPolicy @{ MinimumLength = 14 }
                $pool | Set-CognitoUserPool -LambdaConfig @{ PreSignUp = 'arn:aws:lambda:eu-west-1:123456789012:function:check2' } -AddAutoVerifiedAttribute phone_number
                $pool | Set-CognitoUserPoolMfa -WebAuthnConfiguration @{ UserVerification = 'required' }
                $pool | Set-CognitoSessionConfiguration -MaxPerUser 5
                $pool | Add-CognitoTag -Tag @{ stage = 'live' }
                Get-CognitoUserPoolClient $pool -Name web | Set-CognitoUserPoolClient -AddCallbackUrl https://example.org/in
                Get-CognitoUserPoolClient $pool -Name app | Set-CognitoUserPoolClient -AccessTokenValidity 00:15:00
                Get-CognitoUserPoolClient $pool -Name server | Set-CognitoUserPoolClient -RemoveReadAttribute email
                """,
                pool
            )
            .Succeeded();

        Assert.Equal(
            [
                "Mfa.WebAuthnConfiguration.UserVerification",
                "Pool.AutoVerifiedAttributes",
                "Pool.LambdaConfig.PreSignUp",
                "Pool.Policies.PasswordPolicy.MinimumLength",
                "Pool.UserPoolTags.stage",
                "Sessions.TokenSession.MaxPerUser",
                "Tags.Tags.stage",
                "app.AccessTokenValidity",
                "app.TokenValidityUnits.AccessToken",
                "server.ReadAttributes",
                "web.CallbackURLs",
            ],
            before.Differences(await Snapshot.OfPoolAsync(_engine.Server, pool))
        );
    }

    [Theory]
    [InlineData("New-CognitoUserPool x -PasswordPolicy @{ MinLength = 8 }", "ParameterArgumentTransformationError")]
    [InlineData("New-CognitoUserPool x -PasswordPolicy @{ MinimumLength = 'many' }", "ParameterArgumentTransformationError")]
    [InlineData("New-CognitoUserPool x -PasswordPolicy @{ RequireNumbers = 'nein' }", "ParameterArgumentTransformationError")]
    [InlineData("New-CognitoUserPool x -EmailConfiguration @{ From = 'a', 'b' }", "ParameterArgumentTransformationError")]
    [InlineData("New-CognitoUserPool x -UserPoolTags @{ team = @{ name = 'a' } }", "ParameterArgumentTransformationError")]
    [InlineData("New-CognitoUserPool x -PasswordPolicy @{ MinimumLength = $null }", "ParameterArgumentTransformationError")]
    [InlineData("New-CognitoUserPool x -PasswordPolicy @{ MinimumLength = 3 }", "InvalidSetting")]
    [InlineData("New-CognitoUserPool ('x' * 129)", "InvalidSetting")]
    [InlineData(
        "New-CognitoUserPool x -UserPoolAddOns @{ AdvancedSecurityAdditionalFlows = @{ CustomAuthMode = 'AUDIT' } }",
        "InvalidSetting"
    )]
    [InlineData("New-CognitoUserPool x -AutoVerifiedAttributes email, $null", "NullInList")]
    [InlineData("New-CognitoUserPool x -Schema @{ Name = 'custom:plan' }", "InvalidAttributeName")]
    [InlineData("New-CognitoUserPool x -UsernameAttributes email -AliasAttributes email", "ContradictingParameters")]
    [InlineData(
        "New-CognitoUserPool x -Policies @{ PasswordPolicy = @{ MinimumLength = 8 } } -PasswordPolicy @{ MinimumLength = 9 }",
        "ContradictingParameters"
    )]
    [InlineData(
        "New-CognitoUserPool x -LambdaConfig @{ PreSignUp = 'arn:aws:lambda:us-east-1:123456789012:function:f' }",
        "TriggerOfOtherRegion"
    )]
    [InlineData(
        "New-CognitoUserPool x -LambdaConfig @{ CustomSMSSender = @{ LambdaVersion = 'V1_0'; LambdaArn = 'arn:aws:s3:::not-a-function' } }",
        "InvalidTriggerArn"
    )]
    [InlineData("Set-CognitoUserPool $pool -PasswordPolicy @{ MinimumLength = 100 }", "InvalidSetting")]
    [InlineData(
        "Set-CognitoUserPool $pool -AutoVerifiedAttributes email -AddAutoVerifiedAttribute phone_number",
        "ContradictingParameters"
    )]
    [InlineData("Set-CognitoUserPool $pool -MfaConfiguration OFF -Clear Policies -Replace", "ContradictingParameters")]
    [InlineData("Set-CognitoUserPool $pool -Clear SchemaAttributes", "ReadOnlySetting")]
    [InlineData("Set-CognitoUserPool $pool -Clear Policies.PasswordPolicy.MinLength", "UnknownSetting")]
    [InlineData(
        "Set-CognitoUserPool $pool -SmsVerificationMessage 'Code {####}' -VerificationMessageTemplate @{ SmsMessage = 'Another {####}' }",
        "ContradictingParameters"
    )]
    [InlineData("Set-CognitoUserPoolMfa $pool -EmailMfaConfiguration @{ Message = 'short' }", "InvalidSetting")]
    [InlineData("Add-CognitoUserPoolAttribute $pool custom:plan", "InvalidAttributeName")]
    [InlineData("Add-CognitoUserPoolAttribute $pool a_name_of_21_charactrs", "InvalidAttributeName")]
    [InlineData("New-CognitoUserPoolClient $pool x -GenerateSecret -ClientSecret abcdefghijklmnopqrstuvwxyz", "ContradictingParameters")]
    [InlineData("New-CognitoUserPoolClient $pool x -ClientSecret short", "InvalidSetting")]
    [InlineData("New-CognitoUserPoolClient $pool x -AuthSessionValidity 30", "InvalidSetting")]
    [InlineData(
        "New-CognitoUserPoolClient $pool x -AccessTokenValidity soon",
        "ParameterArgumentTransformationError,CannotConvertArgumentNoMessage,ParameterBindingFailed"
    )]
    [InlineData("New-CognitoUserPoolClient $pool x -AccessTokenValidity 2.00:00:00", "InvalidClientSettings")]
    [InlineData(
        "New-CognitoUserPoolClient $pool x -AccessTokenValidity 02:00:00 -TokenValidityUnits @{ AccessToken = 'hours' }",
        "ContradictingParameters"
    )]
    [InlineData(
        "New-CognitoUserPoolClient $pool x -GenerateSecret -AllowedOAuthFlows code, client_credentials -AllowedOAuthScopes openid -CallbackURLs https://a.example",
        "InvalidClientSettings"
    )]
    [InlineData(
        "New-CognitoUserPoolClient $pool x -AllowedOAuthFlows client_credentials -AllowedOAuthScopes openid",
        "InvalidClientSettings"
    )]
    [InlineData("New-CognitoUserPoolClient $pool x -CallbackURLs http://a.example", "InvalidClientSettings")]
    [InlineData(
        "New-CognitoUserPoolClient $pool x -ExplicitAuthFlows ALLOW_REFRESH_TOKEN_AUTH -RefreshTokenRotation @{ Feature = 'ENABLED' }",
        "InvalidClientSettings"
    )]
    public void What_cannot_be_meant_is_an_error_before_anything_is_sent(string script, string errors)
    {
        string pool = _engine.Server.AddPool("customers");

        Outcome outcome = _engine.Run($"$pool = $args[0]; {script}", pool);

        string id = (
            outcome.Errors.FirstOrDefault() ?? (outcome.Terminating as RuntimeException)?.ErrorRecord
        )!.FullyQualifiedErrorId.Split(',')[0];
        Assert.Contains(id, errors.Split(','));
        Assert.Equal(0, _engine.Server.Log.Count());
    }

    [Fact]
    public async Task A_pool_like_another_has_its_settings_attributes_and_mfa()
    {
        Outcome made = _engine
            .Run(
                """
                $one = New-CognitoUserPool one -Schema @{ Name = 'plan'; AttributeDataType = 'String' }, @{ Name = 'email'; AttributeDataType = 'String'; Required = $true } -PasswordPolicy @{ MinimumLength = 20 } -UserPoolTags @{ a = '1'; b = '2' } -AliasAttributes email
                Set-CognitoUserPoolMfa $one ON -SoftwareTokenMfaConfiguration $true
                $one
                New-CognitoUserPool two -LikeUserPoolId $one -UserPoolTier PLUS -Clear UserPoolTags.a
                """
            )
            .Succeeded();
        Snapshot one = await Snapshot.OfPoolAsync(_engine.Server, (string)made.All("UserPoolId").First()!),
            two = await Snapshot.OfPoolAsync(_engine.Server, (string)made.All("UserPoolId").Last()!);

        Assert.Equal(
            ["Pool.Arn", "Pool.CreationDate", "Pool.Id", "Pool.Name", "Pool.UserPoolTags.a", "Pool.UserPoolTier", "Tags.Tags.a"],
            one.Differences(two)
                .Union(["Pool.CreationDate"])
                .Where(path => !path.StartsWith("Sessions.UserPoolId", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal("true", two["Mfa.SoftwareTokenMfaConfiguration.Enabled"]);
    }

    [Fact]
    public void The_plan_stays_until_it_is_cleared()
    {
        Outcome outcome = _engine
            .Run(
                """
                $pool = New-CognitoUserPool production -UserPoolTier PLUS -DeletionProtection ACTIVE
                Set-CognitoUserPool $pool -Replace -PoolName production -PassThru
                Set-CognitoUserPool $pool -Clear userPoolTier -PassThru
                """
            )
            .Succeeded();

        Assert.Equal(
            ["PLUS INACTIVE", "ESSENTIALS INACTIVE"],
            outcome.Output.Select(pool => $"{pool.Properties["UserPoolTier"].Value} {pool.Properties["DeletionProtection"].Value}")
        );
    }

    [Fact]
    public void A_pool_like_another_can_be_in_another_region_without_its_triggers()
    {
        Outcome made = _engine.Run(
            """
            $one = New-CognitoUserPool one -LambdaConfig @{ PreSignUp = 'arn:aws:lambda:eu-west-1:123456789012:function:f' } -DeletionProtection ACTIVE
            New-CognitoUserPool two -LikeUserPoolId $one -Region us-east-1
            New-CognitoUserPool two -LikeUserPoolId $one -Region us-east-1 -Clear LambdaConfig
            """
        );

        Assert.Equal(["TriggerOfOtherRegion"], made.ErrorIds);
        Assert.Equal(("us-east-1", "ACTIVE"), (made["Region"], made["DeletionProtection"]));
    }

    [Fact]
    public void WhatIf_shows_the_request_and_sends_nothing()
    {
        Outcome outcome = _engine
            .Run(
                """
                New-CognitoUserPool x -PasswordPolicy @{ MinimumLength = 9 } -WhatIf -Verbose
                New-CognitoUserPoolClient eu-west-1_abc x -ClientSecret abcdefghijklmnopqrstuvwxyz -WhatIf -Verbose
                """
            )
            .Succeeded();

        Assert.Contains(outcome.Verbose, text => text.Contains("\"MinimumLength\": 9", StringComparison.Ordinal));
        Assert.Contains(outcome.Verbose, text => text.Contains("\"ClientSecret\": \"********\"", StringComparison.Ordinal));
        Assert.DoesNotContain("abcdefghij", outcome.Everything, StringComparison.Ordinal);
        Assert.Equal(0, _engine.Server.Log.Count());
    }

    [Fact]
    public async Task A_change_by_somebody_else_in_between_is_kept()
    {
        string pool = _engine.Server.AddPool("customers");
        _engine.Server.Faults.Latency = TimeSpan.FromMilliseconds(400);
        _engine.Server.Faults.Operations = ["DescribeUserPool"];
        using PowerShell shell = _engine.Prepare("Set-CognitoUserPool $args[0] -PasswordPolicy @{ MinimumLength = 14 }", pool);
        IAsyncResult running = shell.BeginInvoke();
        await _engine.Server.Log.WaitForAsync(2, "DescribeUserPool");
        using var other = new ServerClient(_engine.Server);
        await other.CallAsync(
            "UpdateUserPool",
            new
            {
                UserPoolId = pool,
                DeletionProtection = "ACTIVE",
                Policies = new { PasswordPolicy = new { MinimumLength = 10 } },
            }
        );
        await Task.Run(() => shell.EndInvoke(running));

        Snapshot after = await Snapshot.OfPoolAsync(_engine.Server, pool);
        Assert.Equal("\"ACTIVE\"", after["Pool.DeletionProtection"]);
        Assert.Equal("14", after["Pool.Policies.PasswordPolicy.MinimumLength"]);
        string warning = Assert.Single(shell.Streams.Warning).Message;
        Assert.Matches("Kept: .*DeletionProtection: INACTIVE → ACTIVE.*Overwritten", warning);
        Assert.Contains("Overwritten: Policies.PasswordPolicy.MinimumLength: 8 → 10", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clear_takes_settings_back_and_Replace_sends_only_what_was_given()
    {
        string pool = (string)
            _engine
                .Run(
                    "New-CognitoUserPool x -DeletionProtection ACTIVE -VerificationMessageTemplate @{ SmsMessage = 'Code {####}' } -UserPoolTags @{ 'a.b' = '1'; c = '2' }"
                )
                .Succeeded()["UserPoolId"]!;
        _engine.Run("Set-CognitoUserPool $args[0] -Clear SmsVerificationMessage, UserPoolTags.a.b", pool).Succeeded();
        Snapshot cleared = await Snapshot.OfPoolAsync(_engine.Server, pool);
        Assert.Null(cleared["Pool.VerificationMessageTemplate.SmsMessage"]);
        Assert.Equal(
            (null, "\"2\"", "\"ACTIVE\""),
            (cleared["Pool.UserPoolTags.a.b"], cleared["Pool.UserPoolTags.c"], cleared["Pool.DeletionProtection"])
        );

        _engine.Run("Set-CognitoUserPool $args[0] -PasswordPolicy @{ MinimumLength = 30 } -Replace", pool).Succeeded();
        Snapshot replaced = await Snapshot.OfPoolAsync(_engine.Server, pool);
        Assert.Equal(
            ("30", "\"INACTIVE\"", null),
            (replaced["Pool.Policies.PasswordPolicy.MinimumLength"], replaced["Pool.DeletionProtection"], replaced["Pool.UserPoolTags.c"])
        );
        JsonElement sent = JsonDocument
            .Parse(_engine.Server.Log.Requests.Last(request => request.Operation == "UpdateUserPool").Body)
            .RootElement;
        // What the service would keep goes along with its default.
        Assert.Equal(
            ["MfaConfiguration", "Policies", "UserAttributeUpdateSettings", "UserPoolId"],
            sent.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal("OFF", sent.GetProperty("MfaConfiguration").GetString());
    }

    [Fact]
    public void Replace_shows_beforehand_what_it_resets()
    {
        string pool = (string)
            _engine.Run("New-CognitoUserPool x -DeletionProtection ACTIVE -UserPoolTags @{ c = '2' }").Succeeded()["UserPoolId"]!;

        Outcome outcome = _engine.Run("Set-CognitoUserPool $args[0] -MfaConfiguration OFF -Replace -Verbose -Confirm", pool);

        Assert.Contains("DeletionProtection: ACTIVE → (none)", $"{outcome.Everything} {outcome.Terminating}", StringComparison.Ordinal);
        Assert.Equal(0, _engine.Server.Log.Count("UpdateUserPool"));
    }

    [Fact]
    public async Task Removing_a_protected_pool_takes_Force()
    {
        string pool = (string)_engine.Run("New-CognitoUserPool x -DeletionProtection ACTIVE").Succeeded()["UserPoolId"]!;
        using var client = new ServerClient(_engine.Server);
        await client.CallAsync("CreateUserPoolDomain", new { UserPoolId = pool, Domain = "auth-x" });

        Assert.Equal(["UserPoolProtected"], _engine.Run("Remove-CognitoUserPool $args[0] -Confirm:$false", pool).ErrorIds);
        _engine.Run("Remove-CognitoUserPool $args[0] -Force -WhatIf", pool).Succeeded();
        Assert.Equal(0, _engine.Server.Log.Count("DeleteUserPool"));
        _engine.Run("Remove-CognitoUserPool $args[0] -Force -Confirm:$false", pool).Succeeded();
        Assert.Equal((1, 1), (_engine.Server.Log.Count("DeleteUserPoolDomain", 200), _engine.Server.Log.Count("DeleteUserPool", 200)));
    }

    [Fact]
    public void A_secret_is_replaced_without_an_interruption()
    {
        string pool = _engine.Server.AddPool("customers");
        Outcome outcome = _engine
            .Run(
                """
                $client = New-CognitoUserPoolClient $args[0] api -GenerateSecret
                $new = $client | New-CognitoUserPoolClientSecret -Verbose
                $new.GetSecretText()
                @($new | Get-CognitoUserPoolClientSecret).Count
                foreach ($secret in $new | Get-CognitoUserPoolClientSecret) { if ($secret.ClientSecretId -ne $new.ClientSecretId) { $secret | Remove-CognitoUserPoolClientSecret -Confirm:$false } }
                ($new | Get-CognitoUserPoolClientSecret).ClientSecretId -eq $new.ClientSecretId
                ($client | Get-CognitoUserPoolClient).GetSecretText() -eq $new.GetSecretText()
                """,
                pool
            )
            .Succeeded();

        string secret = Assert.IsType<string>(outcome.Output[0].BaseObject);
        Assert.Equal([2, true, true], outcome.Output.Skip(1).Select(item => item.BaseObject));
        Assert.DoesNotContain(secret, string.Concat(outcome.Verbose), StringComparison.Ordinal);
    }

    [Fact]
    public void A_denied_region_is_one_error_and_the_others_are_listed()
    {
        _engine.Server.AddPool("here");
        _engine.Server.AddPool("there", "us-east-1");
        _engine.Server.Faults.ExpiredCredentials = true;
        _engine.Server.Faults.Regions = ["us-west-2"];

        Outcome outcome = _engine.Run("Get-CognitoUserPool -Region eu-west-1, us-west-2, not_a_region, us-east-1");

        Assert.Equal(["here", "there"], outcome.All("Name").Order());
        Assert.Equal(
            [("ExpiredTokenException", "us-west-2"), ("InvalidRegion", "not_a_region")],
            outcome.Errors.Select(error => (error.FullyQualifiedErrorId.Split(',')[0], (string)error.TargetObject)).Order()
        );
    }

    [Fact]
    public void All_regions_are_asked_without_an_error()
    {
        _engine.Server.AddPool("here");
        _engine.Server.AddPool("there", "ap-southeast-2");

        Assert.Equal(["here", "there"], _engine.Run("Get-CognitoUserPool -AllRegions").Succeeded().All("Name").Order());
    }

    [Theory]
    [InlineData("Get-CognitoUserPool -Region us-east-1, eu-west-1 -First 1")]
    [InlineData(
        "foreach ($once in 1) { Get-CognitoUserPool -Region us-east-1, eu-west-1 | ForEach-Object { $first = $_; break } }; $first"
    )]
    public void A_region_that_answers_comes_before_one_that_hangs(string script)
    {
        _engine.Server.AddPool("here");
        _engine.Server.Faults.Hang = true;
        _engine.Server.Faults.Regions = ["us-east-1"];

        Assert.Equal(
            "here",
            _engine.Run(
                $"Connect-Cognito -EndpointUrl $args[0] -Region eu-west-1 -AccessKey a -SecretKey b -TimeoutSeconds 60; {script}",
                _engine.Server.Endpoint
            )["Name"]
        );
    }

    [Fact]
    public void What_belongs_to_a_pool_goes_round()
    {
        string pool = _engine.Server.AddPool("customers");
        Outcome outcome = _engine
            .Run(
                """
                Add-CognitoTag $args[0] @{ a = '1'; b = '2' }
                Get-CognitoTag $args[0] -Key a | Remove-CognitoTag -Confirm:$false
                (Get-CognitoTag $args[0]).Key
                $null = New-CognitoUserPoolReplica $args[0] eu-central-1
                foreach ($copy in Get-CognitoUserPoolReplica $args[0]) { if ($copy.Role -eq 'SECONDARY') { ($copy | Set-CognitoUserPoolReplica -Status INACTIVE -PassThru).Status } }
                Get-CognitoUserPoolReplica $args[0] eu-central-1 | Remove-CognitoUserPoolReplica -Confirm:$false
                @(Get-CognitoUserPoolReplica $args[0]).Count
                (Get-CognitoSigningCertificate $args[0]).Thumbprint.Length
                @(Get-CognitoProvisionedLimit).Count
                (Set-CognitoProvisionedLimit UserAuthentication 200 -PassThru -Confirm:$false).ProvisionedLimitValue
                """,
                pool
            )
            .Succeeded();

        Assert.Equal(["b", "INACTIVE", 1, 40, 6, 200], outcome.Output.Select(item => item.BaseObject));
    }

    [Fact]
    public async Task The_two_names_of_a_trigger_follow_each_other()
    {
        const string first = "arn:aws:lambda:eu-west-1:123456789012:function:first",
            second = "arn:aws:lambda:eu-west-1:123456789012:function:second";
        string pool = (string)
            _engine
                .Run(
                    "New-CognitoUserPool x -LambdaConfig @{ PreTokenGeneration = $args[0]; PreTokenGenerationConfig = @{ LambdaVersion = 'V1_0'; LambdaArn = $args[0] } }",
                    first
                )
                .Succeeded()["UserPoolId"]!;

        _engine
            .Run(
                "Set-CognitoUserPool $args[0] -LambdaConfig @{ PreTokenGenerationConfig = @{ LambdaVersion = 'V2_0'; LambdaArn = $args[1] } }",
                pool,
                second
            )
            .Succeeded();

        Assert.Equal($"\"{second}\"", (await Snapshot.OfPoolAsync(_engine.Server, pool))["Pool.LambdaConfig.PreTokenGeneration"]);
    }

    public static TheoryData<Type, Type> Requests =>
        new()
        {
            { typeof(CreateUserPoolRequest), typeof(CognitoPS.Cmdlets.UserPools.NewCognitoUserPoolCommand) },
            { typeof(UpdateUserPoolRequest), typeof(CognitoPS.Cmdlets.UserPools.SetCognitoUserPoolCommand) },
            { typeof(SetUserPoolMfaConfigRequest), typeof(CognitoPS.Cmdlets.UserPools.SetCognitoUserPoolMfaCommand) },
            { typeof(CreateUserPoolClientRequest), typeof(CognitoPS.Cmdlets.Clients.NewCognitoUserPoolClientCommand) },
            { typeof(UpdateUserPoolClientRequest), typeof(CognitoPS.Cmdlets.Clients.SetCognitoUserPoolClientCommand) },
        };

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_member_of_the_request_is_a_parameter(Type request, Type cmdlet) =>
        Assert.Empty(
            SettingMembers
                .Of(request)
                .Keys.Except(
                    cmdlet
                        .GetProperties()
                        .Where(property => property.IsDefined(typeof(ParameterAttribute), true))
                        .Select(property => property.Name)
                )
        );

    public static TheoryData<Type, Type, string[]> Updates =>
        new()
        {
            { typeof(UserPoolType), typeof(UpdateUserPoolRequest), ["UserPoolId"] },
            { typeof(UserPoolClientType), typeof(UpdateUserPoolClientRequest), [] },
            { typeof(GetUserPoolMfaConfigResponse), typeof(SetUserPoolMfaConfigRequest), ["UserPoolId"] },
        };

    [Theory]
    [MemberData(nameof(Updates))]
    public void Every_described_member_is_updated_or_known_not_to_be(Type described, Type request, string[] keys)
    {
        UpdateRules rules =
            described == typeof(UserPoolType) ? UpdateRules.UserPool
            : described == typeof(UserPoolClientType) ? UpdateRules.UserPoolClient
            : UpdateRules.None;
        IEnumerable<string> taken = SettingMembers
            .Of(request)
            .Keys.Select(name => rules.Renamed.FirstOrDefault(pair => pair.Requested == name).Described ?? name)
            .Except(keys);

        Assert.Equal(SettingMembers.Of(described).Keys.Order(), taken.Concat(rules.ReadOnly.Select(row => row.Member)).Order());
    }

    [Fact]
    public void Settings_are_readable_in_a_list_view()
    {
        string pool = _engine.Server.AddPool("customers");

        Outcome outcome = _engine.Run("\"$((Get-CognitoUserPool -UserPoolId $args[0]).Policies.PasswordPolicy)\"", pool).Succeeded();

        Assert.StartsWith("{MinimumLength: 8, RequireUppercase: true", outcome.Output[0].ToString(), StringComparison.Ordinal);
    }
}
