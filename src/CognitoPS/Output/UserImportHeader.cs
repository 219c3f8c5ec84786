using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The columns of a file for the import of users. As text it is the file's first line.</summary>
[TableView("UserPoolId:24", "CSVHeader")]
public sealed class UserImportHeader
{
    internal UserImportHeader(GetCSVHeaderResponse source, string userPoolId, string region)
    {
        UserPoolId = source.UserPoolId ?? userPoolId;
        Region = region;
        CSVHeader = Readable.List(source.CSVHeader);
    }

    /// <summary>The id of the pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<string> CSVHeader { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Join(",", CSVHeader);
}
