namespace CognitoPS.LocalServer.State;

internal sealed class Group(string name, long now)
{
    internal string Name { get; } = name;

    internal string? Description { get; set; }

    internal string? RoleArn { get; set; }

    internal int? Precedence { get; set; }

    internal long Created { get; } = now;

    internal long Modified { get; set; } = now;

    internal OrderedSet<Guid, User> Members { get; } = new(user => user.Sub);

    /// <summary>Adds a user who may be in it already.</summary>
    internal void Add(User user)
    {
        if (Members.Add(user))
            user.Groups = [.. user.Groups, this];
    }
}
