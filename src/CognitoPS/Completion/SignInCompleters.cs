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
        [new("SMS_MFA", "SMS message"), new("SOFTWARE_TOKEN_MFA", "authenticator app"), new("EMAIL_OTP", "email message")];
}

/// <summary>What a choice-based sign-in can begin with.</summary>
public sealed class FirstFactorCompleter : FixedCompleter
{
    private protected override IEnumerable<Candidate> Candidates() =>
        [
            new("PASSWORD", "password"),
            new("PASSWORD_SRP", "password, proven with SRP and never sent"),
            new("EMAIL_OTP", "one-time code by email"),
            new("SMS_OTP", "one-time code by SMS message"),
            new("WEB_AUTHN", "passkey"),
        ];
}
