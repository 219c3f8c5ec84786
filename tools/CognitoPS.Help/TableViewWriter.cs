using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security;
using System.Xml.Linq;

namespace CognitoPS.Help;

/// <summary>
/// Writes the views of the output types: a table from [TableView], and a list of all members that are set, in the order of the type.
/// </summary>
internal static class TableViewWriter
{
    private static readonly HashSet<Type> Numbers = [typeof(int), typeof(long), typeof(double), typeof(decimal), typeof(ulong)];

    public static void Write(ModuleModel module, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        new XDocument(
            new XElement(
                "Configuration",
                new XElement("ViewDefinitions", module.OutputTypes.Select(View).Concat(module.OutputTypes.Select(ListOf)))
            )
        ).Save(path);
    }

    private static XElement? View(Type type)
    {
        if (Columns(type) is not { } columns)
            return null;
        string? groupBy = Option(type, "GroupBy");
        string? colorBy = Option(type, "ColorBy");
        return new XElement(
            "View",
            new XElement("Name", type.FullName),
            new XElement("ViewSelectedBy", new XElement("TypeName", type.FullName)),
            groupBy is null ? null : new XElement("GroupBy", new XElement("PropertyName", groupBy)),
            new XElement(
                "TableControl",
                new XElement(
                    "TableHeaders",
                    columns.Select(
                        (column, index) =>
                            new XElement(
                                "TableColumnHeader",
                                new XElement("Label", column.Label),
                                column.Width is null ? null : new XElement("Width", column.Width),
                                new XElement("Alignment", Numbers.Contains(column.Type) ? "Right" : "Left")
                            )
                    )
                ),
                new XElement(
                    "TableRowEntries",
                    new XElement(
                        "TableRowEntry",
                        new XElement(
                            "TableColumnItems",
                            columns.Select(column => new XElement(
                                "TableColumnItem",
                                column.Property.Name == colorBy ? Colored(column) : Value(column)
                            ))
                        )
                    )
                )
            )
        );
    }

    /// <summary>
    /// Format-List leaves out what is not set. What an object has of its own beside the type's members, as a user the attributes of the
    /// pool and what a search found, stands behind them.
    /// </summary>
    private static XElement? ListOf(Type type)
    {
        if (ViewOf(type) is null)
            return null;
        PropertyInfo[] members = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)];
        return new XElement(
            "View",
            new XElement("Name", $"{type.FullName}.List"),
            new XElement("ViewSelectedBy", new XElement("TypeName", type.FullName)),
            new XElement(
                "ListControl",
                new XElement(
                    "ListEntries",
                    new XElement("ListEntry", new XElement("ListItems", members.Select(ListItem).Append(Others(members))))
                )
            )
        );
    }

    private static XElement ListItem(PropertyInfo member) =>
        new(
            "ListItem",
            new XElement(
                "ItemSelectionCondition",
                new XElement("ScriptBlock", $"$null -ne $_.{member.Name} -and '' -ne $_.{member.Name} -and 0 -ne @($_.{member.Name}).Count")
            ),
            new XElement("PropertyName", member.Name)
        );

    private static XElement Others(PropertyInfo[] members)
    {
        string others =
            "$_.PSObject.Properties | Where-Object { $_.MemberType -eq 'NoteProperty' -and $null -ne $_.Value -and $_.Name -notin "
            + $"{string.Join(", ", members.Select(member => $"'{member.Name}'"))} }}";
        return new XElement(
            "ListItem",
            new XElement("ItemSelectionCondition", new XElement("ScriptBlock", $"@({others}).Count -gt 0")),
            new XElement("Label", "Further"),
            new XElement("ScriptBlock", $"@({others} | ForEach-Object {{ \"$($_.Name): $($_.Value)\" }}) -join \"`n\"")
        );
    }

    private static CustomAttributeData? ViewOf(Type type) =>
        type.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType.Name == "TableViewAttribute");

    private static Column[]? Columns(Type type) =>
        ViewOf(type) is { } view
            ?
            [
                .. ((IEnumerable<CustomAttributeTypedArgument>)view.ConstructorArguments[0].Value!).Select(argument =>
                    Parse(type, (string)argument.Value!)
                ),
            ]
            : null;

    private static string? Option(Type type, string name) =>
        (string?)ViewOf(type)!.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value;

    /// <summary>A severity in its colour. PowerShell has $PSStyle since 7.2, and leaves colours out where the host shows none.</summary>
    private static XElement Colored(Column column) =>
        new(
            "ScriptBlock",
            $$"""
            if (-not $PSStyle) { return $_.{{column.Property.Name}} }
            $color = switch ($_.{{column.Property.Name}}) {
                'Critical' { $PSStyle.Bold + $PSStyle.Foreground.Red }
                'High' { $PSStyle.Foreground.Red }
                'Medium' { $PSStyle.Foreground.Yellow }
                'Low' { $PSStyle.Foreground.Cyan }
            }
            "$color$($_.{{column.Property.Name}})$($PSStyle.Reset)"
            """
        );

    private static Column Parse(Type type, string text)
    {
        string[] parts = text.Split(':');
        PropertyInfo property =
            type.GetProperty(parts[0])
            ?? throw new HelpException($"[TableView] of {type.FullName} names {parts[0]}, which it does not have.");
        Type value = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (value == typeof(SecureString))
            throw new HelpException($"[TableView] of {type.FullName} names {parts[0]}, which is a secret.");
        return new Column(
            property,
            value,
            parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : null,
            parts.Length > 2 ? parts[2] : property.Name
        );
    }

    private static XElement Value(Column column)
    {
        string value = $"$_.{column.Property.Name}";
        if (column.Type.FullName == "CognitoPS.Output.Timestamp")
            return new XElement("ScriptBlock", $"if ({value}) {{ {value}.ToString('yyyy-MM-dd HH:mm', [cultureinfo]::InvariantCulture) }}");
        if (
            typeof(IDictionary).IsAssignableFrom(column.Type)
            || column.Type.IsGenericType && column.Type.Name.Contains("Dictionary", StringComparison.Ordinal)
        )
            return new XElement(
                "ScriptBlock",
                $"$(foreach ($pair in {value}.GetEnumerator()) {{ \"$($pair.Key)=$($pair.Value)\" }}) -join ', '"
            );
        if (column.Type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(column.Type))
            return new XElement("ScriptBlock", $"{value} -join ', '");
        return new XElement("PropertyName", column.Property.Name);
    }

    private sealed record Column(PropertyInfo Property, Type Type, int? Width, string Label);
}
