using System.Globalization;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime.Internal;
using CognitoPS.Errors;
using CognitoPS.Secrets;

namespace CognitoPS.SignIn;

/// <summary>The operations of a sign-in on the real client: the public ones, or the administrator's where there is one.</summary>
/// <param name="open">The client for operations that are not signed.</param>
/// <param name="administrator">The client with AWS credentials; null: the user signs in by himself.</param>
/// <param name="clientId">The app client.</param>
/// <param name="userPoolId">The administrator's operations need it.</param>
/// <param name="context">What goes along with each request.</param>
/// <param name="last">The reply that a sign-in goes on from.</param>
internal sealed class AuthService(
    IAmazonCognitoIdentityProvider open,
    IAmazonCognitoIdentityProvider? administrator,
    string clientId,
    string? userPoolId,
    AuthContext context,
    AuthReply? last = null
) : IAuthService
{
    private static readonly TimeSpan LargestSkew = TimeSpan.FromMinutes(5);

    private AuthReply? _last = last;

    public async Task<AuthReply> InitiateAsync(AuthStart start, CancellationToken cancellationToken)
    {
        var parameters = start.Parameters.ToDictionary(pair => pair.Key, pair => pair.Value);
        if (administrator is null)
        {
            InitiateAuthResponse reply = await open.InitiateAuthAsync(
                    new InitiateAuthRequest
                    {
                        ClientId = clientId,
                        AuthFlow = start.Flow,
                        AuthParameters = parameters,
                        Session = start.Session,
                        ClientMetadata = context.ClientMetadata,
                        AnalyticsMetadata = context.AnalyticsMetadata,
                        UserContextData = context.UserContextData,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
            return Read(
                reply.ChallengeName,
                reply.ChallengeParameters,
                reply.AvailableChallenges,
                reply.Session,
                reply.AuthenticationResult
            );
        }

        AdminInitiateAuthResponse answer = await administrator
            .AdminInitiateAuthAsync(
                new AdminInitiateAuthRequest
                {
                    UserPoolId = userPoolId,
                    ClientId = clientId,
                    AuthFlow = start.Flow,
                    AuthParameters = parameters,
                    Session = start.Session,
                    ClientMetadata = context.ClientMetadata,
                    AnalyticsMetadata = context.AnalyticsMetadata,
                    ContextData = context.ContextData,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return Read(
            answer.ChallengeName,
            answer.ChallengeParameters,
            answer.AvailableChallenges,
            answer.Session,
            answer.AuthenticationResult
        );
    }

    /// <exception cref="CognitoException">ClockSkew, CodeMismatchException, ExpiredCodeException: the service's error, with what can be
    /// said beside it.</exception>
    public async Task<AuthReply> RespondAsync(AuthAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(answer, cancellationToken).ConfigureAwait(false);
        }
        catch (NotAuthorizedException refused)
            when (answer.Responses.ContainsKey("TIMESTAMP") && SkewOf(refused) is { } skew && skew.Duration() > LargestSkew)
        {
            throw new CognitoException(
                "ClockSkew",
                ErrorCategory.AuthenticationError,
                $"{refused.Message} The clock of this computer is {skew.Duration().TotalMinutes:N0} minutes "
                    + $"{(skew > TimeSpan.Zero ? "ahead of" : "behind")} the clock of the service, and the time is part of "
                    + "the password proof.",
                "Set the clock, then sign in again.",
                refused
            );
        }
        catch (AmazonCognitoIdentityProviderException wrong) when (wrong is CodeMismatchException or ExpiredCodeException)
        {
            throw new CognitoException(
                wrong.GetType().Name,
                ErrorCategory.AuthenticationError,
                $"{wrong.Message} {Delivery(answer.ChallengeName)}",
                "Use Resume-CognitoSignIn to enter another code for the same sign-in, while its session lasts.",
                wrong
            );
        }
    }

    public async Task<SoftwareTokenAssociation> AssociateSoftwareTokenAsync(string? session, CancellationToken cancellationToken)
    {
        AssociateSoftwareTokenResponse reply = await open.AssociateSoftwareTokenAsync(
                new AssociateSoftwareTokenRequest { Session = session },
                cancellationToken
            )
            .ConfigureAwait(false);
        return new SoftwareTokenAssociation { Secret = SecureText.Hide(reply.SecretCode), Session = reply.Session };
    }

    public async Task<string?> VerifySoftwareTokenAsync(
        string? session,
        string code,
        string? deviceName,
        CancellationToken cancellationToken
    ) =>
        (
            await open.VerifySoftwareTokenAsync(
                    new VerifySoftwareTokenRequest
                    {
                        Session = session,
                        UserCode = code,
                        FriendlyDeviceName = deviceName,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).Session;

    public Task<bool> ConfirmDeviceAsync(DeviceConfirmation confirmation, CancellationToken cancellationToken) =>
        ConfirmDeviceAsync(open, confirmation, cancellationToken);

    /// <summary>Confirms a device; gives whether the user has to agree that it is remembered.</summary>
    public static async Task<bool> ConfirmDeviceAsync(
        IAmazonCognitoIdentityProvider client,
        DeviceConfirmation confirmation,
        CancellationToken cancellationToken
    )
    {
        ConfirmDeviceResponse reply = await client
            .ConfirmDeviceAsync(
                new ConfirmDeviceRequest
                {
                    AccessToken = confirmation.AccessToken,
                    DeviceKey = confirmation.DeviceKey,
                    DeviceName = confirmation.DeviceName,
                    DeviceSecretVerifierConfig = new DeviceSecretVerifierConfigType
                    {
                        PasswordVerifier = confirmation.PasswordVerifier,
                        Salt = confirmation.Salt,
                    },
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return reply.UserConfirmationNecessary is true;
    }

    /// <summary>The tokens in an answer.</summary>
    public static AuthTokens TokensOf(AuthenticationResultType result) =>
        new()
        {
            AccessToken = result.AccessToken,
            IdToken = result.IdToken,
            RefreshToken = result.RefreshToken,
            TokenType = result.TokenType,
            ExpiresIn = result.ExpiresIn ?? 0,
            NewDeviceKey = result.NewDeviceMetadata?.DeviceKey,
            NewDeviceGroupKey = result.NewDeviceMetadata?.DeviceGroupKey,
        };

    private async Task<AuthReply> SendAsync(AuthAnswer answer, CancellationToken cancellationToken)
    {
        var responses = answer.Responses.ToDictionary(pair => pair.Key, pair => pair.Value);
        if (administrator is null)
        {
            RespondToAuthChallengeResponse reply = await open.RespondToAuthChallengeAsync(
                    new RespondToAuthChallengeRequest
                    {
                        ClientId = clientId,
                        ChallengeName = answer.ChallengeName,
                        ChallengeResponses = responses,
                        Session = answer.Session,
                        ClientMetadata = context.ClientMetadata,
                        AnalyticsMetadata = context.AnalyticsMetadata,
                        UserContextData = context.UserContextData,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
            return Read(
                reply.ChallengeName,
                reply.ChallengeParameters,
                reply.AvailableChallenges,
                reply.Session,
                reply.AuthenticationResult
            );
        }

        AdminRespondToAuthChallengeResponse adminReply = await administrator
            .AdminRespondToAuthChallengeAsync(
                new AdminRespondToAuthChallengeRequest
                {
                    UserPoolId = userPoolId,
                    ClientId = clientId,
                    ChallengeName = answer.ChallengeName,
                    ChallengeResponses = responses,
                    Session = answer.Session,
                    ClientMetadata = context.ClientMetadata,
                    AnalyticsMetadata = context.AnalyticsMetadata,
                    ContextData = context.ContextData,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return Read(
            adminReply.ChallengeName,
            adminReply.ChallengeParameters,
            adminReply.AvailableChallenges,
            adminReply.Session,
            adminReply.AuthenticationResult
        );
    }

    private AuthReply Read(
        ChallengeNameType? challenge,
        Dictionary<string, string>? parameters,
        List<string>? available,
        string? session,
        AuthenticationResultType? result
    ) =>
        _last = new AuthReply
        {
            ChallengeName = challenge?.Value,
            Parameters = parameters ?? [],
            AvailableChallenges = available ?? [],
            Session = session,
            Tokens = result?.AccessToken is null ? null : TokensOf(result),
        };

    private string Delivery(string challenge) =>
        _last is { } asked && asked["CODE_DELIVERY_DESTINATION"] is { } destination
            ? $"It was sent by {asked["CODE_DELIVERY_DELIVERY_MEDIUM"] ?? challenge} to {destination}."
            : challenge switch
            {
                ChallengeTable.SoftwareToken or ChallengeTable.MfaSetup =>
                    "The code comes from the authenticator app and depends on the clock of the device.",
                _ => $"The challenge was {challenge}.",
            };

    /// <summary>How far this machine's clock is ahead of the answer's date.</summary>
    private static TimeSpan? SkewOf(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (
                exception is HttpErrorResponseException { Response: { } response }
                && response.GetHeaderValue("Date") is { } text
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            )
            {
                return DateTimeOffset.UtcNow - date;
            }
        }

        return null;
    }
}
