using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The columns of a CSV file for a user import. Its text is the header row.</summary>
[TableView("UserPoolId:24", "CSVHeader")]
public sealed class UserImportHeader
{
    internal UserImportHeader(GetCSVHeaderResponse source, string userPoolId, string region)
    {
        UserPoolId = source.UserPoolId ?? userPoolId;
        Region = region;
        CSVHeader = Readable.List(source.CSVHeader);
    }

    /// <summary>The ID of the user pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<string> CSVHeader { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Join(",", CSVHeader);
}
