using System.Security;
using CognitoPS.Errors;

namespace CognitoPS.SignIn;

/// <summary>What a sign-in carries from one challenge to the next.</summary>
internal sealed class SignInState(SignInRequest request)
{
    public SignInRequest Request { get; } = request;

    public SignInAnswers Answers { get; set; } = request.Answers;

    /// <summary>As the service last called the user: SECRET_HASH goes by that.</summary>
    public string? Username { get; set; } = request.Username;

    public Func<DateTime>? Clock { get; init; }

    public Func<int, byte[]>? RandomBytes { get; init; }

    public DateTime UtcNow => Clock?.Invoke() ?? DateTime.UtcNow;

    public SrpClient? Srp { get; private set; }

    public SrpClient? DeviceSrp { get; private set; }

    public SecureString? SoftwareTokenSecret { get; set; }

    /// <summary>The challenges that were answered with what is in <see cref="Answers"/>: asked again, they want another answer.</summary>
    public HashSet<string> Answered { get; private set; } = [];

    private HashSet<string> _used = [];

    /// <summary>Gives SRP_A.</summary>
    public string StartSrp()
    {
        string userPoolId =
            Request.UserPoolId
            ?? throw new SignInException(
                SignInError.ParameterMissing,
                "A sign-in with SRP needs UserPoolId, because the ID is part of the password proof."
            );
        Srp = new SrpClient(SrpClient.PoolName(userPoolId), RandomBytes);
        return Srp.PublicValue;
    }

    /// <summary>Gives SRP_A for a device.</summary>
    public string StartDeviceSrp(SignInDevice device)
    {
        DeviceSrp = new SrpClient(device.GroupKey, RandomBytes);
        return DeviceSrp.PublicValue;
    }

    public SecureString? TakeCode() => Take(nameof(Answers.Code), Answers.Code);

    public SecureString? TakeCustomAnswer() => Take(nameof(Answers.CustomAnswer), Answers.CustomAnswer);

    public string? TakeCredential() => Take(nameof(Answers.Credential), Answers.Credential);

    public IReadOnlyDictionary<string, string>? TakeResponses() => Take(nameof(Answers.Responses), Answers.Responses);

    /// <summary>A copy to go on with, so that an answer which is refused leaves the challenge as it was.</summary>
    public SignInState Resume(string challengeName, SignInAnswers answers)
    {
        HashSet<string> stillUsed = [.. _used];
        stillUsed.RemoveWhere(answers.Gives);
        SignInState state = new(Request)
        {
            Answers = answers.Over(Answers),
            Username = Username,
            Clock = Clock,
            RandomBytes = RandomBytes,
            Srp = Srp,
            DeviceSrp = DeviceSrp,
            SoftwareTokenSecret = SoftwareTokenSecret,
            Answered = [.. Answered],
            _used = stillUsed,
        };
        if (
            ChallengeTable.Find(challengeName).Wants.Any(answers.Gives)
            || (challengeName == ChallengeTable.SoftwareToken && answers.TotpSecret is not null)
        )
            state.Answered.Remove(challengeName);
        return state;
    }

    private T? Take<T>(string name, T? value)
        where T : class => value is not null && _used.Add(name) ? value : null;
}
