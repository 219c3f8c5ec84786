using CognitoPS.Secrets;
using CognitoPS.SignIn;

namespace CognitoPS.Tests.SignIn;

/// <summary>A service that answers by a script and keeps what it was sent.</summary>
internal sealed class ScriptedAuthService(params Func<IReadOnlyDictionary<string, string>, AuthReply>[] script) : IAuthService
{
    private int _step;

    public AuthStart? Start { get; private set; }

    public List<AuthAnswer> Answers { get; } = [];

    public List<string?> AssociateSessions { get; } = [];

    public Func<string?, string, string?> Verify { get; init; } =
        (_, _) => throw new InvalidOperationException("No software token was foreseen.");

    public DeviceConfirmation? Device { get; private set; }

    public Exception? DeviceError { get; init; }

    public Task<AuthReply> InitiateAsync(AuthStart start, CancellationToken cancellationToken)
    {
        Start = start;
        return Next(start.Parameters);
    }

    public Task<AuthReply> RespondAsync(AuthAnswer answer, CancellationToken cancellationToken)
    {
        Answers.Add(answer);
        return Next(answer.Responses);
    }

    public Task<SoftwareTokenAssociation> AssociateSoftwareTokenAsync(string? session, CancellationToken cancellationToken)
    {
        AssociateSessions.Add(session);
        return Task.FromResult(new SoftwareTokenAssociation { Secret = SecureText.Hide(SoftwareTokenSecret), Session = "associated" });
    }

    public Task<string?> VerifySoftwareTokenAsync(string? session, string code, string? deviceName, CancellationToken cancellationToken) =>
        Task.FromResult(Verify(session, code));

    public Task<bool> ConfirmDeviceAsync(DeviceConfirmation confirmation, CancellationToken cancellationToken)
    {
        Device = confirmation;
        return DeviceError is null ? Task.FromResult(true) : throw DeviceError;
    }

    public const string SoftwareTokenSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    // A step that throws stays where it is, as the service's session does.
    private Task<AuthReply> Next(IReadOnlyDictionary<string, string> sent)
    {
        AuthReply reply = script[_step](sent);
        _step++;
        return Task.FromResult(reply);
    }

    public static AuthReply Challenge(string name, params (string Key, string Value)[] parameters) =>
        new()
        {
            ChallengeName = name,
            Session = "session of " + name,
            Parameters = parameters.ToDictionary(pair => pair.Key, pair => pair.Value),
        };

    public static AuthReply Tokens(string? deviceKey = null) =>
        new()
        {
            Tokens = new AuthTokens
            {
                AccessToken = "access",
                IdToken = "id",
                RefreshToken = "refresh",
                ExpiresIn = 3600,
                NewDeviceKey = deviceKey,
                NewDeviceGroupKey = deviceKey is null ? null : "-Group1",
            },
        };
}

/// <summary>The two steps of a server that checks a password by SRP.</summary>
internal sealed class SrpSteps(string group, string user, SrpVerifier verifier, string? ownerOfDevice = null)
{
    private const string SecretBlock = "c2VjcmV0IGJsb2Nr";
    private readonly SrpServer _server = verifier.Challenge();
    private string? _a;

    public static SrpSteps ForUser(string poolName, string user, string password) =>
        new(poolName, user, SrpVerifier.Create(poolName, user, password.ToCharArray()));

    public AuthReply Offer(IReadOnlyDictionary<string, string> sent)
    {
        _a = sent["SRP_A"];
        return ScriptedAuthService.Challenge(
            ownerOfDevice is null ? "PASSWORD_VERIFIER" : "DEVICE_PASSWORD_VERIFIER",
            ownerOfDevice is null ? ("USER_ID_FOR_SRP", user) : ("USERNAME", ownerOfDevice),
            ("SALT", verifier.SaltHex),
            ("SRP_B", _server.PublicValue),
            ("SECRET_BLOCK", SecretBlock)
        );
    }

    public Func<IReadOnlyDictionary<string, string>, AuthReply> Check(AuthReply next) =>
        sent =>
            _server.Accepts(
                _a!,
                group,
                user,
                new SrpClaim(sent["PASSWORD_CLAIM_SIGNATURE"], sent["PASSWORD_CLAIM_SECRET_BLOCK"], sent["TIMESTAMP"])
            )
            && sent["PASSWORD_CLAIM_SECRET_BLOCK"] == SecretBlock
                ? next
                : throw new RefusedException("NotAuthorizedException");
}

internal sealed class RefusedException(string code) : Exception(code);
