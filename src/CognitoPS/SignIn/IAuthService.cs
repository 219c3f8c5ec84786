namespace CognitoPS.SignIn;

/// <summary>
/// The few operations that a sign-in needs, as plain data. The public and the administrator's operations differ only behind it.
/// </summary>
internal interface IAuthService
{
    /// <summary>(Admin)InitiateAuth.</summary>
    Task<AuthReply> InitiateAsync(AuthStart start, CancellationToken cancellationToken);

    /// <summary>(Admin)RespondToAuthChallenge.</summary>
    Task<AuthReply> RespondAsync(AuthAnswer answer, CancellationToken cancellationToken);

    /// <summary>AssociateSoftwareToken.</summary>
    Task<SoftwareTokenAssociation> AssociateSoftwareTokenAsync(string? session, CancellationToken cancellationToken);

    /// <summary>VerifySoftwareToken; gives the session to go on with.</summary>
    Task<string?> VerifySoftwareTokenAsync(string? session, string code, string? deviceName, CancellationToken cancellationToken);

    /// <summary>ConfirmDevice; gives UserConfirmationNecessary.</summary>
    Task<bool> ConfirmDeviceAsync(DeviceConfirmation confirmation, CancellationToken cancellationToken);
}
