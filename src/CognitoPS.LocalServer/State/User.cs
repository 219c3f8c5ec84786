namespace CognitoPS.LocalServer.State;

/// <summary>A user. There can be a million of them: what most users lack stands in <see cref="SignIn"/>.</summary>
internal sealed class User(string? givenUsername, Guid sub, UserAttributes attributes, UserStatus status, long now)
{
    /// <summary>The username that was given; null where the service made it up, which then is the sub.</summary>
    internal string? GivenUsername { get; } = givenUsername;

    internal string Username => GivenUsername ?? Sub.ToString();

    internal Guid Sub { get; } = sub;

    internal UserAttributes Attributes { get; set; } = attributes;

    internal UserStatus Status { get; set; } = status;

    internal bool Enabled { get; set; } = true;

    internal long Created { get; } = now;

    internal long Modified { get; set; } = now;

    /// <summary>The groups that the user is in.</summary>
    internal Group[] Groups { get; set; } = [];

    /// <summary>The groups in the order in which they count: lowest precedence first, those without one last.</summary>
    internal IEnumerable<Group> GroupsInOrder =>
        Groups.OrderBy(group => group.Precedence ?? long.MaxValue).ThenBy(group => group.Name, StringComparer.Ordinal);

    /// <summary>
    /// The role that the first group with a role gives; null where groups of the same precedence give different ones, as none of them then
    /// counts more.
    /// </summary>
    internal string? PreferredRole
    {
        get
        {
            Group[] groups = [.. GroupsInOrder.Where(group => group.RoleArn is not null)];
            return Array.TrueForAll(groups, group => group.Precedence != groups[0].Precedence || group.RoleArn == groups[0].RoleArn)
                ? groups.FirstOrDefault()?.RoleArn
                : null;
        }
    }

    /// <summary>Password, second factors, devices, sessions; null until the user has one of them.</summary>
    internal SignInRecord? SignIn { get; set; }
}
