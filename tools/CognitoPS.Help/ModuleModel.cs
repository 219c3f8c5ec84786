using System.Management.Automation;
using System.Reflection;

namespace CognitoPS.Help;

/// <summary>The module as its help shows it.</summary>
internal sealed class ModuleModel
{
    public ModuleModel(Assembly assembly, DocComments comments)
    {
        Comments = comments;
        OutputTypes =
        [
            .. assembly
                .GetTypes()
                .Where(type => type.IsPublic && type.Namespace == "CognitoPS")
                .OrderBy(type => type.Name, StringComparer.Ordinal),
        ];
        Cmdlets =
        [
            .. assembly
                .GetTypes()
                .Where(type => !type.IsAbstract && type.GetCustomAttribute<CmdletAttribute>() is not null)
                .Select(type => new CmdletModel(type, this))
                .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal),
        ];
    }

    public DocComments Comments { get; }

    public IReadOnlyList<CmdletModel> Cmdlets { get; }

    public IReadOnlyList<Type> OutputTypes { get; }

    /// <summary>The other cmdlets with the same noun.</summary>
    public IEnumerable<CmdletModel> Siblings(CmdletModel cmdlet) => Cmdlets.Where(other => other != cmdlet && other.Noun == cmdlet.Noun);
}
