using System.Collections;
using System.Reflection;
using System.Security;
using CognitoPS.Output;
using Xunit;
using static CognitoPS.Tests.Conventions.TheModule;

namespace CognitoPS.Tests.Conventions;

public class OutputTypeConventions
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(string),
        typeof(bool),
        typeof(int),
        typeof(long),
        typeof(double),
        typeof(object),
        typeof(Uri),
        typeof(TimeSpan),
        typeof(SecureString),
        typeof(Timestamp),
        typeof(SettingObject),
        typeof(Nullable<>),
        typeof(IReadOnlyList<>),
        typeof(IReadOnlyDictionary<,>),
    ];

    private static IEnumerable<(string Name, PropertyInfo Property)> Members =>
        OutputTypes
            .Where(type => !type.IsEnum)
            .SelectMany(type => type.GetProperties().Select(property => ($"{type.Name}.{property.Name}", property)));

    [Fact]
    public void Types_are_sealed_and_described() =>
        Offenders.None(
            OutputTypes.Where(type => !type.IsSealed || Comments.Summary(type).IsEmpty).Select(type => type.Name),
            "An output type is sealed and has a <summary>."
        );

    [Fact]
    public void Members_are_described() =>
        Offenders.None(
            Members.Where(member => Comments.Summary(member.Property).IsEmpty).Select(member => member.Name),
            "A member of an output type has a <summary>."
        );

    [Fact]
    public void Members_are_read_only() =>
        Offenders.None(
            Members.Where(member => member.Property.SetMethod is { IsPublic: true }).Select(member => member.Name),
            "A member of an output type cannot be set."
        );

    [Fact]
    public void Collections_are_never_null()
    {
        var nullability = new NullabilityInfoContext();
        Offenders.NoneBut(
            Tables.NullableCollections.Keys,
            Members
                .Where(member =>
                    member.Property.PropertyType != typeof(string)
                    && member.Property.PropertyType.IsAssignableTo(typeof(IEnumerable))
                    && nullability.Create(member.Property).ReadState != NullabilityState.NotNull
                )
                .Select(member => member.Name),
            "A collection is empty, not null."
        );
    }

    [Fact]
    public void Members_are_of_types_that_survive_a_file() =>
        Offenders.NoneBut(
            Tables.LiveMembers.Keys,
            Members.Where(member => Parts(member.Property.PropertyType).Any(type => !Plain.Contains(type))).Select(member => member.Name),
            "A member is plain: text, number, truth, Timestamp, SecureString, Uri, SettingObject, or a list or dictionary of these."
        );

    [Fact]
    public void Each_type_has_a_table_view_of_its_members()
    {
        Offenders.None(
            OutputTypes
                .Where(type => !type.IsEnum)
                .SelectMany(type =>
                {
                    string[]? columns = type.GetCustomAttribute<TableViewAttribute>()?.Columns;
                    return columns is null
                        ? [$"{type.Name} has no [TableView]"]
                        : columns.Select((column, index) => Wrong(type, column.Split(':'), index == columns.Length - 1)).OfType<string>();
                }),
            "An output type has [TableView(\"Property:width\", …, \"Property\")]."
        );

        static string? Wrong(Type type, string[] column, bool isLast)
        {
            PropertyInfo? property = type.GetProperty(column[0]);
            string? what =
                property is null ? "does not exist"
                : property.PropertyType == typeof(SecureString) ? "is a secret"
                : isLast
                    ? column.Length > 1 ? "is last and has a width"
                        : null
                : column.Length == 1 || !int.TryParse(column[1], out int width) ? "has no width"
                : property.PropertyType == typeof(Timestamp) && width != 16 ? "is a date and not 16 wide"
                : (column.Length > 2 ? column[2] : column[0]).Length > width ? "has a header wider than itself"
                : null;
            return what is null ? null : $"{type.Name}.{column[0]} {what}";
        }
    }
}
