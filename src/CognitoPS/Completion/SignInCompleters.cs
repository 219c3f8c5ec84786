using CognitoPS.SignIn;

namespace CognitoPS.Completion;

/// <summary>The flows of a sign-in.</summary>
public sealed class AuthFlowCompleter : FixedCompleter
{
    private protected override IEnumerable<Candidate> Candidates() => SignInEngine.FlowNames.Select(name => new Candidate(name));
}

/// <summary>The ways of MFA.</summary>
public sealed class MfaChoiceCompleter : FixedCompleter
{
    private protected override IEnumerable<Candidate> Candidates() =>
        [new("SMS_MFA", "by text message"), new("SOFTWARE_TOKEN_MFA", "by an authenticator app"), new("EMAIL_OTP", "by e-mail")];
}

/// <summary>What a choice-based sign-in can begin with.</summary>
public sealed class FirstFactorCompleter : FixedCompleter
{
    private protected override IEnumerable<Candidate> Candidates() =>
        [
            new("PASSWORD", "the password itself"),
            new("PASSWORD_SRP", "a proof of the password"),
            new("EMAIL_OTP", "a code by e-mail"),
            new("SMS_OTP", "a code by text message"),
            new("WEB_AUTHN", "a passkey"),
        ];
}
