namespace CognitoPS.Output;

/// <summary>
/// The columns of an output type's table view, from which the build writes the module's format file: a property's name,
/// followed by the column's width and, where the name is too long for a header, by a header, as <c>UserPoolId:24</c> or
/// <c>EstimatedNumberOfUsers:9:Users</c>. A date is 16 wide. The last column has no width: it takes the rest of the line.
/// </summary>
/// <param name="columns">The columns from left to right.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TableViewAttribute(params string[] columns) : Attribute
{
    public string[] Columns { get; } = columns;

    /// <summary>A property whose every new value begins a table of its own.</summary>
    public string? GroupBy { get; set; }

    /// <summary>The column that holds a severity and is coloured by it, where the host shows colours.</summary>
    public string? ColorBy { get; set; }
}
