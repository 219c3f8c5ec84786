using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

internal static partial class AuditRules
{
    private static IEnumerable<Rule> SecretRules() =>
        [
            new Rule<ClientPicture>(Subjects.Secrets)
            {
                Id = "client-secret-age",
                Title = "Client secrets are replaced in time",
                Severity = Severity.Medium,
                Why =
                    "The longer a secret lives, the more people, repositories and backups have it. The age is "
                    + "-SecretAge, a year by default.",
                Manual =
                    "A secret is replaced in steps: New-CognitoUserPoolClientSecret, deploy the new one, "
                    + "Remove-CognitoUserPoolClientSecret for the old one.",
                Applies = one => one.Item.Secrets.Value!.Count > 0,
                Problem = one =>
                    Oldest(one.Item).ClientSecretCreateDate is { } made
                    && made.ToUniversalTime() < one.Options.UtcNow - one.Options.SecretAge
                        ? Found("ClientSecretCreateDate", made)
                        : null,
            },
            new Rule<ClientPicture>(Subjects.Secrets)
            {
                Id = "client-two-secrets",
                Title = "The former secret of a client is gone",
                Severity = Severity.Low,
                Why = "Two secrets are for the time of a replacement. Afterwards the former one is a key that nobody looks after.",
                Applies = one => one.Item.Secrets.Value!.Count > 0,
                Problem = one => Unless(one.Item.Secrets.Value!.Count < 2, "ClientSecretId", Oldest(one.Item).ClientSecretId),
                Remedy = one =>
                    new(
                        "Remove-CognitoUserPoolClientSecret",
                        ("UserPoolId", one.Picture.UserPoolId),
                        ("ClientId", one.Item.ClientId),
                        ("ClientSecretId", Oldest(one.Item).ClientSecretId)
                    ),
            },
        ];

    private static ClientSecretDescriptorType Oldest(ClientPicture client) =>
        client.Secrets.Value!.OrderBy(secret => secret.ClientSecretCreateDate).First();
}
