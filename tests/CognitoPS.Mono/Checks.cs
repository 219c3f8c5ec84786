using System.Formats.Cbor;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using CognitoPS.Jwt;
using CognitoPS.LocalServer;
using CognitoPS.Secrets;
using CognitoPS.SignIn;
using CognitoPS.Transfer;

namespace CognitoPS.Mono;

/// <summary>What the module does without PowerShell, against a local server.</summary>
internal sealed class Checks : IDisposable
{
    private const string Password = "Secret-123";
    private static readonly string[] ClientFlows = ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"];

    private readonly CognitoServer _server = CognitoServer.Start();
    private readonly AmazonCognitoIdentityProviderClient _client;

    private Checks()
    {
        AmazonCognitoIdentityProviderConfig config = new()
        {
            ServiceURL = _server.Endpoint.AbsoluteUri,
            AuthenticationRegion = "eu-west-1",
            MaxErrorRetry = 0,
        };
        _client = new(new BasicAWSCredentials("AKIDTEST", "secret"), config);
    }

    /// <summary>Writes a line for each check; gives how many failed.</summary>
    public static async Task<int> RunAsync(ModuleFolder module)
    {
        (string Name, Func<Checks, Task> Check)[] all =
        [
            ("client", checks => checks.PagesAndErrorsAsync()),
            ("sign-in", checks => checks.SignInWithSoftwareTokenAsync()),
            ("token", checks => checks.TokenByPublishedKeysAsync()),
            ("passkey", checks => checks.PasskeyAsync()),
            ("import", checks => checks.ImportFileAsync()),
            ("resolver", _ => ResolverAsync(module)),
        ];
        int failed = 0;
        foreach ((string name, Func<Checks, Task> check) in all)
        {
            try
            {
                using Checks checks = new();
                await check(checks);
                Console.WriteLine($"{name}: passed");
            }
            catch (Exception failure)
            {
                failed++;
                Console.WriteLine($"{name}: {failure}");
            }
        }

        return failed;
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private async Task PagesAndErrorsAsync()
    {
        string pool = _server.AddPool("people");
        _server.AddClients(pool, 70);
        ListUserPoolClientsRequest request = new() { UserPoolId = pool, MaxResults = 60 };
        List<int> pages = [];
        HashSet<string> ids = [];
        do
        {
            ListUserPoolClientsResponse page = await _client.ListUserPoolClientsAsync(request);
            pages.Add(page.UserPoolClients.Count);
            ids.UnionWith(page.UserPoolClients.Select(client => client.ClientId));
            request.NextToken = page.NextToken;
        } while (request.NextToken is not null);
        Expect("60,10 of 70", $"{string.Join(",", pages)} of {ids.Count}");

        try
        {
            await _client.DescribeUserPoolAsync(new DescribeUserPoolRequest { UserPoolId = "eu-west-1_missing" });
            throw new InvalidOperationException("The pool is not missing.");
        }
        catch (ResourceNotFoundException missing)
        {
            Expect(nameof(ResourceNotFoundException), missing.ErrorCode);
        }
    }

    /// <summary>The first sign-in enrols an authenticator app, the second gives its code.</summary>
    private async Task SignInWithSoftwareTokenAsync()
    {
        (string pool, string client) = await PoolWithUserAsync();
        await _client.SetUserPoolMfaConfigAsync(
            new SetUserPoolMfaConfigRequest
            {
                UserPoolId = pool,
                MfaConfiguration = UserPoolMfaType.ON,
                SoftwareTokenMfaConfiguration = new SoftwareTokenMfaConfigType { Enabled = true },
            }
        );

        SignInResult first = await SignInAsync(pool, client, new() { Password = SecureText.Hide(Password), EnrollSoftwareToken = true });
        SignInResult second = await SignInAsync(
            pool,
            client,
            new() { Password = SecureText.Hide(Password), TotpSecret = first.SoftwareTokenSecret }
        );
        Expect("ann", TokenReader.Read(second.Tokens!.AccessToken).Username);
        SignInResult asked = await SignInAsync(pool, client, new() { Password = SecureText.Hide(Password) });
        Expect("SOFTWARE_TOKEN_MFA", asked.Challenge?.Name);
        try
        {
            await SignInAsync(pool, client, new() { Password = SecureText.Hide("Wrong-123") });
            throw new InvalidOperationException("A wrong password signs in.");
        }
        catch (NotAuthorizedException refused)
        {
            Expect(nameof(NotAuthorizedException), refused.ErrorCode);
        }
    }

    private async Task TokenByPublishedKeysAsync()
    {
        (string pool, string client) = await PoolWithUserAsync();
        string token = (await SignInAsync(pool, client, new() { Password = SecureText.Hide(Password) })).Tokens!.AccessToken;
        TokenExpectation expected = new()
        {
            UserPoolId = pool,
            ClientIds = [client],
            Endpoint = _server.Endpoint,
        };

        TokenCheck good = await JsonWebKeys.Verifier.CheckAsync(token, expected, CancellationToken.None);
        Expect("", string.Join(",", good.Reasons.Select(reason => reason.Id)));
        int last = token.LastIndexOf('.') + 1;
        string forged = token.Substring(0, last) + (token[last] == 'A' ? 'B' : 'A') + token.Substring(last + 1);
        TokenCheck bad = await JsonWebKeys.Verifier.CheckAsync(forged, expected, CancellationToken.None);
        Expect(TokenReasonId.BadSignature, string.Join(",", bad.Reasons.Select(reason => reason.Id)));
    }

    /// <summary>Up to what a passkey has to sign: Mono has no elliptic curves.</summary>
    private async Task PasskeyAsync()
    {
        (string pool, string client) = await PoolWithUserAsync(
            """{"Policies":{"SignInPolicy":{"AllowedFirstAuthFactors":["PASSWORD","WEB_AUTHN"]}}}"""
        );
        await _client.SetUserPoolMfaConfigAsync(
            new SetUserPoolMfaConfigRequest
            {
                UserPoolId = pool,
                WebAuthnConfiguration = new WebAuthnConfigurationType
                {
                    RelyingPartyId = "example.com",
                    UserVerification = UserVerificationType.Required,
                },
            }
        );
        string access = (await SignInAsync(pool, client, new() { Password = SecureText.Hide(Password) })).Tokens!.AccessToken;

        StartWebAuthnRegistrationResponse started = await _client.StartWebAuthnRegistrationAsync(
            new StartWebAuthnRegistrationRequest { AccessToken = access }
        );
        string challenge = started.CredentialCreationOptions.AsDictionary()["challenge"].AsString();
        byte[] id = Encoding.ASCII.GetBytes("passkey-1");
        await _client.CompleteWebAuthnRegistrationAsync(
            new CompleteWebAuthnRegistrationRequest { AccessToken = access, Credential = Credential(id, challenge) }
        );
        ListWebAuthnCredentialsResponse listed = await _client.ListWebAuthnCredentialsAsync(
            new ListWebAuthnCredentialsRequest { AccessToken = access }
        );
        Expect(Base64Url(id), string.Join(",", listed.Credentials.Select(credential => credential.CredentialId)));

        SignInResult asked = await SignInAsync(pool, client, new(), AuthFlow.User, "WEB_AUTHN");
        Expect("WEB_AUTHN wants Credential", $"{asked.Challenge?.Name} wants {string.Join(",", asked.Challenge!.Wants)}");
        using var options = JsonDocument.Parse(asked.Challenge.Reply["CREDENTIAL_REQUEST_OPTIONS"]!);
        Expect("example.com", options.RootElement.GetProperty("rpId").GetString());
    }

    private async Task ImportFileAsync()
    {
        string pool = _server.AddPool("people");
        List<string> columns = (await _client.GetCSVHeaderAsync(new GetCSVHeaderRequest { UserPoolId = pool })).CSVHeader;
        Dictionary<string, string> ann = new()
        {
            ["cognito:username"] = "ann",
            ["cognito:mfa_enabled"] = "false",
            ["email"] = "ann@example.com",
            ["email_verified"] = "true",
        };
        string path = Path.GetTempFileName();
        try
        {
            string[] lines =
            [
                string.Join(",", columns),
                string.Join(",", columns.Select(column => ann.TryGetValue(column, out string cell) ? cell : "")),
            ];
            File.WriteAllLines(path, lines);
            UserImportFile file = new(path);
            file.CheckHeader(columns);
            UserImportJobType job = (
                await _client.CreateUserImportJobAsync(
                    new CreateUserImportJobRequest
                    {
                        UserPoolId = pool,
                        JobName = "people",
                        CloudWatchLogsRoleArn = "arn:aws:iam::123456789012:role/import",
                    }
                )
            ).UserImportJob;
            await file.UploadAsync(job.PreSignedUrl, CancellationToken.None);
            await _client.StartUserImportJobAsync(new StartUserImportJobRequest { UserPoolId = pool, JobId = job.JobId });
            DescribeUserImportJobRequest describe = new() { UserPoolId = pool, JobId = job.JobId };
            while (job.Status != UserImportJobStatusType.Succeeded && job.Status != UserImportJobStatusType.Failed)
            {
                await Task.Delay(10);
                job = (await _client.DescribeUserImportJobAsync(describe)).UserImportJob;
            }

            Expect("Succeeded, 1", $"{job.Status}, {job.ImportedUsers}");
            AdminGetUserResponse user = await _client.AdminGetUserAsync(new AdminGetUserRequest { UserPoolId = pool, Username = "ann" });
            Expect(UserStatusType.RESET_REQUIRED, user.UserStatus);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>What the module's own assembly asks for comes from its folder, and nobody else gets anything from there.</summary>
    private static Task ResolverAsync(ModuleFolder module)
    {
        Expect("False", $"{QrCode.Draw("otpauth://totp/people:ann").Length == 0}");
        string[] needed = ["AWSSDK.Core", "Microsoft.IdentityModel.JsonWebTokens", "Otp.NET", "QRCoder", "System.Text.Json"];
        Expect("", string.Join(",", needed.Except(module.Loaded)));

        const string Unused = "AWSSDK.SSO";
        Expect("True", $"{module.Has(Unused)}");
        try
        {
            Assembly.Load(Unused);
        }
        catch (FileNotFoundException)
        {
            return Task.CompletedTask;
        }

        throw new InvalidOperationException("The resolver answers for others.");
    }

    private async Task<(string Pool, string Client)> PoolWithUserAsync(string settings = "{}")
    {
        string pool = _server.AddPool("people", settings: settings);
        await _client.AdminCreateUserAsync(
            new AdminCreateUserRequest
            {
                UserPoolId = pool,
                Username = "ann",
                MessageAction = MessageActionType.SUPPRESS,
            }
        );
        await _client.AdminSetUserPasswordAsync(
            new AdminSetUserPasswordRequest
            {
                UserPoolId = pool,
                Username = "ann",
                Password = Password,
                Permanent = true,
            }
        );
        CreateUserPoolClientRequest client = new()
        {
            UserPoolId = pool,
            ClientName = "app",
            ExplicitAuthFlows = [.. ClientFlows],
        };
        return (pool, (await _client.CreateUserPoolClientAsync(client)).UserPoolClient.ClientId);
    }

    private Task<SignInResult> SignInAsync(
        string pool,
        string client,
        SignInAnswers answers,
        string flow = AuthFlow.UserSrp,
        string? preferred = null
    ) =>
        new SignInEngine(new AuthService(_client, null, client, pool, new AuthContext())).StartAsync(
            new SignInRequest
            {
                ClientId = client,
                UserPoolId = pool,
                Username = "ann",
                Flow = flow,
                PreferredChallenge = preferred,
                Answers = answers,
            },
            CancellationToken.None
        );

    /// <summary>What navigator.credentials.create answers, with a key that nobody has to sign with.</summary>
    private static Document Credential(byte[] id, string challenge)
    {
        CborWriter key = new();
        key.WriteStartMap(5);
        foreach ((int name, object value) in new (int, object)[] { (1, 2), (3, -7), (-1, 1), (-2, new byte[32]), (-3, new byte[32]) })
        {
            key.WriteInt32(name);
            if (value is byte[] bytes)
                key.WriteByteString(bytes);
            else
                key.WriteInt32((int)value);
        }

        key.WriteEndMap();
        using var sha = SHA256.Create();
        byte[] data =
        [
            .. sha.ComputeHash(Encoding.UTF8.GetBytes("example.com")),
            0x45,
            .. new byte[4 + 16 + 1],
            (byte)id.Length,
            .. id,
            .. key.Encode(),
        ];
        CborWriter attestation = new();
        attestation.WriteStartMap(3);
        attestation.WriteTextString("fmt");
        attestation.WriteTextString("none");
        attestation.WriteTextString("attStmt");
        attestation.WriteStartMap(0);
        attestation.WriteEndMap();
        attestation.WriteTextString("authData");
        attestation.WriteByteString(data);
        attestation.WriteEndMap();
        string client =
            $$"""{"type":"webauthn.create","challenge":"{{challenge}}","origin":"https://login.example.com","crossOrigin":false}""";
        return new Document(
            new Dictionary<string, Document>
            {
                ["id"] = Base64Url(id),
                ["rawId"] = Base64Url(id),
                ["type"] = "public-key",
                ["response"] = new(
                    new Dictionary<string, Document>
                    {
                        ["clientDataJSON"] = Base64Url(Encoding.UTF8.GetBytes(client)),
                        ["attestationObject"] = Base64Url(attestation.Encode()),
                    }
                ),
            }
        );
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static void Expect(string expected, string? actual)
    {
        if (expected != actual)
            throw new InvalidOperationException($"Expected '{expected}', and it is '{actual}'.");
    }
}
