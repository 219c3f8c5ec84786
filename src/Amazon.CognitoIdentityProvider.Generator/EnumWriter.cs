using System.Text.RegularExpressions;

namespace Amazon.CognitoIdentityProvider.Generator;

/// <summary>Enums are classes with known values, as the service may send others.</summary>
internal static class EnumWriter
{
    public static string Write(ApiModel model)
    {
        SourceWriter source = new("Amazon.Runtime");
        source.Block(
            "namespace Amazon.CognitoIdentityProvider",
            () =>
            {
                foreach (KeyValuePair<string, List<string>> type in model.Enums)
                    WriteEnum(source, type.Key, type.Value);
            }
        );
        return source.ToString();
    }

    private static void WriteEnum(SourceWriter source, string name, List<string> values)
    {
        source.Summary($"Known values: {string.Join(", ", values)}.");
        source.Block(
            $"public class {name} : ConstantClass",
            () =>
            {
                foreach (string value in values)
                {
                    source.Summary($"The value {value}.");
                    source.Line($"public static readonly {name} {Identifier(value)} = new {name}(\"{value}\");");
                }
                source.Summary("Takes any value, known or not.");
                source.Line($"public {name}(string value) : base(value) {{ }}");
                source.Summary("The known value that equals this text in any case, or a new one.");
                source.Line($"public static {name} FindValue(string value) => FindValue<{name}>(value);");
                source.Summary("A text stands for its value.");
                source.Line($"public static implicit operator {name}(string value) => FindValue(value);");
            }
        );
    }

    private static string Identifier(string value) => Names.Pascal(Regex.Replace(value, @"\W", "_"));
}
