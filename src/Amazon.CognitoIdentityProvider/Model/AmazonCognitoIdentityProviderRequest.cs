using System.Text.Json;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>Base class of all requests.</summary>
public partial class AmazonCognitoIdentityProviderRequest : AmazonWebServiceRequest
{
    /// <summary>The value of the header that names the operation.</summary>
    internal virtual string Target => throw new NotSupportedException($"{GetType().Name} is no operation's request.");

    /// <summary>Sent unsigned, without credentials.</summary>
    internal virtual bool IsPublic => false;

    internal virtual void Write(Utf8JsonWriter writer) => throw new NotSupportedException($"{GetType().Name} is no operation's request.");
}
