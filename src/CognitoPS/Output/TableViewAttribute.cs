namespace CognitoPS.Output;

/// <summary>
/// The columns of an output type's table view, which the build generates the module's format file from. A column is a property's name and a
/// width, such as <c>UserPoolId:24</c>. If the name is too long for a header, a header follows, as in
/// <c>EstimatedNumberOfUsers:9:Users</c>. A date is 16 wide. The last column has no width: it takes the rest of the line.
/// </summary>
/// <param name="columns">The columns from left to right.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TableViewAttribute(params string[] columns) : Attribute
{
    public string[] Columns { get; } = columns;

    /// <summary>A property whose every new value starts a new table.</summary>
    public string? GroupBy { get; set; }

    /// <summary>The column that contains a severity and is colored by it, if the host supports colors.</summary>
    public string? ColorBy { get; set; }
}
