using YamlDotNet.RepresentationModel;

namespace CognitoPS.Tests.Workshop;

/// <summary>Files in YAML, as trees.</summary>
internal static class Yaml
{
    public static YamlMappingNode Read(string file)
    {
        using StreamReader reader = File.OpenText(file);
        YamlStream yaml = [];
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }
}

/// <summary>A workflow of GitHub Actions.</summary>
internal sealed record Workflow(string File, YamlMappingNode Root)
{
    public IEnumerable<Job> Jobs =>
        ((YamlMappingNode)Root["jobs"]).Children.Select(job => new Job(job.Key.ToString(), (YamlMappingNode)job.Value));

    public IEnumerable<Step> Steps =>
        Jobs.Where(job => job.Node.Children.ContainsKey("steps"))
            .SelectMany(job => ((YamlSequenceNode)job.Node["steps"]).Select(step => new Step($"{File} {job.Name}", (YamlMappingNode)step)));
}

/// <summary>A job of a workflow.</summary>
internal sealed record Job(string Name, YamlMappingNode Node)
{
    public IEnumerable<string> Needs =>
        Node.Children.TryGetValue("needs", out YamlNode? needs)
            ? needs is YamlSequenceNode several
                ? several.Select(name => name.ToString())
                : [needs.ToString()]
            : [];
}

/// <summary>A step of a job.</summary>
internal sealed record Step(string Job, YamlMappingNode Node)
{
    public string Uses => Text("uses");

    public string Run => Text("run");

    /// <summary>The shell that runs it: bash, where nothing is said.</summary>
    public string Shell => Text("shell") is { Length: > 0 } shell ? shell : "bash";

    public string With(string name) =>
        Node.Children.TryGetValue("with", out YamlNode? with) && ((YamlMappingNode)with).Children.TryGetValue(name, out YamlNode? value)
            ? value.ToString()
            : "";

    private string Text(string name) => Node.Children.TryGetValue(name, out YamlNode? value) ? value.ToString() : "";
}
