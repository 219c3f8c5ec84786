using System.Management.Automation;

namespace CognitoPS.Output;

/// <summary>The note properties of an object, such as LastActive of an inactive user.</summary>
internal static class NoteProperties
{
    private static readonly string[] AttributePrefixes = ["custom:", "dev:"];

    /// <summary>The note properties of a piped object, except for the user's attributes, which are read again.</summary>
    public static IReadOnlyList<PSPropertyInfo> Of(object? piped) =>
        piped is PSObject carrier
            ? carrier
                .Properties.Where(property =>
                    property.MemberType == PSMemberTypes.NoteProperty
                    && !AttributePrefixes.Any(prefix => property.Name.StartsWith(prefix, StringComparison.Ordinal))
                )
                .ToArray()
            : [];

    /// <summary>The updated object, with those <paramref name="notes"/> that it doesn't have itself.</summary>
    public static PSObject Renew(object output, IReadOnlyList<PSPropertyInfo> notes)
    {
        var renewed = PSObject.AsPSObject(output);
        foreach (PSPropertyInfo note in notes)
        {
            if (renewed.Properties[note.Name] is null)
                renewed.Properties.Add(new PSNoteProperty(note.Name, note.Value));
        }

        return renewed;
    }
}
