using System.Management.Automation;

namespace CognitoPS.Output;

/// <summary>What an object carries beside its own members, as LastActive of a user who was found inactive.</summary>
internal static class NoteProperties
{
    private static readonly string[] AttributePrefixes = ["custom:", "dev:"];

    /// <summary>The note properties of a piped object, but for the user's attributes, which are read anew.</summary>
    public static IReadOnlyList<PSPropertyInfo> Of(object? piped) =>
        piped is PSObject carrier
            ? carrier
                .Properties.Where(property =>
                    property.MemberType == PSMemberTypes.NoteProperty
                    && !AttributePrefixes.Any(prefix => property.Name.StartsWith(prefix, StringComparison.Ordinal))
                )
                .ToArray()
            : [];

    /// <summary>An object as it is now, which keeps what <paramref name="notes"/> tell and itself does not know.</summary>
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
