using System.Collections;
using System.Management.Automation.Language;

namespace CognitoPS.Help;

/// <summary>The module's manifest.</summary>
internal sealed class Manifest
{
    private readonly Hashtable _values;

    private Manifest(Hashtable values) => _values = values;

    public string Text(string key) => (string)_values[key]!;

    public IReadOnlyList<string> List(string key) => [.. ((IEnumerable)_values[key]!).Cast<string>()];

    /// <summary>What the manifest says to the gallery.</summary>
    public Manifest Gallery => new((Hashtable)((Hashtable)_values["PrivateData"]!)["PSData"]!);

    public static Manifest Read(string path)
    {
        ScriptBlockAst script = Parser.ParseFile(Path.GetFullPath(path), out _, out ParseError[] errors);
        if (errors.Length > 0)
            throw new HelpException($"{path}: {errors[0].Message}");
        return new Manifest((Hashtable)script.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false)!.SafeGetValue());
    }
}
