using System.Management.Automation;

namespace CognitoPS.Connection;

/// <summary>
/// An id that may stand first, or be piped while the name of something in it stands first. PowerShell offers what stands first to the
/// parameters of that position one by one, each of which may pass it on as long as the value is not of its type: text that looks like no
/// id is passed on, and comes back as the text it is where no other parameter takes it.
/// </summary>
internal abstract class PositionalIdAttribute : ArgumentTransformationAttribute
{
    /// <summary>Text that is hardly an id.</summary>
    /// <param name="text">The text.</param>
    private protected sealed class Unlikely(string text)
    {
        /// <inheritdoc/>
        public override string ToString() => text;
    }

    /// <summary>The text, marked where it is hardly an id.</summary>
    private protected static object Marked(string text, bool isLikely) => isLikely ? text : new Unlikely(text);
}
