namespace CognitoPS.Output;

/// <summary>
/// The columns of an output type's table view, from which the build writes the module's format file: a property's name,
/// optionally followed by the column's width, as <c>Name:24</c>; wide things last.
/// </summary>
/// <param name="columns">The columns from left to right.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TableViewAttribute(params string[] columns) : Attribute
{
    public string[] Columns { get; } = columns;
}
