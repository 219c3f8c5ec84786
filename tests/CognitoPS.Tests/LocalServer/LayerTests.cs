using CognitoPS.LocalServer;
using CognitoPS.Tests.Conventions;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

/// <summary>docs/architecture.md tells what each folder of the server is.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Each_folder_of_the_server_knows_only_those_below_it() =>
        Offenders.None(
            new Layering(
                typeof(CognitoServer).Assembly,
                "CognitoPS.LocalServer",
                ["Errors", "Json", "Srp"],
                ["Model", "WebAuthn"],
                ["Requests"],
                ["State"],
                ["Http", "Calls"],
                ["Paging", "Users"],
                ["Tokens"],
                ["SignIn"],
                ["Operations"],
                [""]
            ).Offenders(),
            "A folder of the local server knows only those below it."
        );

    [Fact]
    public void A_layer_that_uses_one_above_it_is_named_with_the_member_that_does()
    {
        string[] offenders =
        [
            .. new Layering(
                typeof(Layering).Assembly,
                typeof(LayerSamples.Upper.Service).Namespace![..^".Upper".Length],
                ["Lower"],
                ["Upper"]
            ).Offenders(),
        ];

        Assert.Contains(offenders, offender => offender.Contains("Lower.InBody.Run") && offender.Contains("Upper.Service"));
        Assert.Contains(offenders, offender => offender.Contains("Lower.InSignature.Take") && offender.Contains("Upper.Service"));
        Assert.Contains(offenders, offender => offender.Contains("Lower.InField") && offender.Contains("Upper.Service"));
        Assert.Contains(offenders, offender => offender.Contains("Lower.InBase") && offender.Contains("Upper.Service"));
        Assert.DoesNotContain(offenders, offender => offender.Contains("Lower.Innocent"));
    }

    [Fact]
    public void A_namespace_without_a_layer_is_an_offender() =>
        Assert.Contains(
            new Layering(typeof(CognitoServer).Assembly, "CognitoPS.LocalServer", [""]).Offenders(),
            offender => offender == "CognitoPS.LocalServer.State has no layer"
        );
}
