using CognitoPS.Pipeline;
using Xunit;

namespace CognitoPS.Tests.Conventions;

/// <summary>The floors of the module, as docs/architecture.md shows them.</summary>
public class ModuleLayerTests
{
    private const int MostBases = 4;
    private const int MostBasesOfUsers = 5;
    private const int MostAbstractBases = 12;

    [Fact]
    public void Each_folder_of_the_module_knows_only_those_below_it() =>
        Offenders.None(
            new Layering(
                typeof(AsyncCommand).Assembly,
                "CognitoPS",
                ["Errors", "Secrets", "Threading"],
                ["Settings"],
                ["Pacing"],
                ["Connection"],
                ["Paging"],
                ["SignIn", "Users", "Updates"],
                ["Resources"],
                ["Transfer"],
                ["Audit"],
                ["Report"],
                ["Output"],
                [""],
                ["Jwt"],
                ["Completion"],
                ["Pipeline"],
                ["Cmdlets"]
            ).Offenders(),
            "Each namespace of the module uses only those of the floors below its own."
        );

    [Fact]
    public void Few_bases_stand_above_a_cmdlet() =>
        Offenders.None(
            TheModule
                .AllCmdlets.Select(cmdlet => (Cmdlet: cmdlet, Bases: BasesOf(cmdlet).ToList()))
                .Where(one => one.Bases.Count > (one.Bases.Exists(type => type.Name == "UserCommand") ? MostBasesOfUsers : MostBases))
                .Select(one => $"{one.Cmdlet.Name}: {string.Join(" < ", one.Bases.Select(type => type.Name))}"),
            $"At most {MostBases} bases stand above a cmdlet, {MostBasesOfUsers} above one about users."
        );

    [Fact]
    public void There_are_few_bases_in_all() =>
        Assert.InRange(TheModule.AllCmdlets.SelectMany(BasesOf).Distinct().Count(), 1, MostAbstractBases);

    private static IEnumerable<Type> BasesOf(Type cmdlet)
    {
        for (Type? type = cmdlet.BaseType; type is { IsAbstract: true } && type.Assembly == cmdlet.Assembly; type = type.BaseType)
            yield return type;
    }
}
