namespace CognitoPS.LocalServer.Model;

internal sealed class Structure(string name)
{
    internal string Name { get; } = name;

    internal Member[] Members { get; set; } = [];

    internal Member? Find(string name) => Array.Find(Members, member => member.Name == name);
}
