using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A summary of an app client. Pipe it to Get-CognitoUserPoolClient for all of its settings.</summary>
[TableView("ClientName:28", "ClientId:26", "UserPoolId:24", "Region")]
public sealed class UserPoolClientSummary
{
    internal UserPoolClientSummary(UserPoolClientDescription source, string region)
    {
        UserPoolId = source.UserPoolId;
        ClientId = source.ClientId;
        ClientName = source.ClientName;
        Region = region;
    }

    /// <summary>The ID of the user pool it belongs to.</summary>
    public string UserPoolId { get; }

    /// <summary>The client's ID.</summary>
    public string ClientId { get; }

    /// <summary>The client's name.</summary>
    public string ClientName { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <inheritdoc/>
    public override string ToString() => ClientId;
}
