using System.Reflection;
using System.Xml.Linq;

namespace CognitoPS.Help;

/// <summary>
/// Writes the type data of the output types that hold objects: a job and a remote session serialize no more than the first level of an
/// object unless its type asks for more, and asks again where it is passed on.
/// </summary>
internal static class TypeDataWriter
{
    private const int Depth = 10;

    public static void Write(ModuleModel module, string path) =>
        new XDocument(
            new XElement(
                "Types",
                module
                    .OutputTypes.Where(type => type.GetProperties().Any(HoldsObjects))
                    .SelectMany(type => (string[])[type.FullName!, $"Deserialized.{type.FullName}"])
                    .Select(TypeData)
            )
        ).Save(path);

    private static bool HoldsObjects(PropertyInfo member) =>
        Parts(member.PropertyType)
            .Any(type => type == typeof(object) || type.FullName == "CognitoPS.Output.SettingObject" || type.Namespace == "CognitoPS");

    private static IEnumerable<Type> Parts(Type type) => type.IsGenericType ? type.GenericTypeArguments.SelectMany(Parts) : [type];

    private static XElement TypeData(string type) =>
        new(
            "Type",
            new XElement("Name", type),
            new XElement(
                "Members",
                new XElement(
                    "MemberSet",
                    new XElement("Name", "PSStandardMembers"),
                    new XElement(
                        "Members",
                        new XElement("NoteProperty", new XElement("Name", "SerializationDepth"), new XElement("Value", Depth))
                    )
                )
            )
        );
}
