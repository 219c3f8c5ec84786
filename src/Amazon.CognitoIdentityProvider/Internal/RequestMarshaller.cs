using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>Makes the HTTP request of every operation.</summary>
internal sealed class RequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static RequestMarshaller Instance { get; } = new();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = (AmazonCognitoIdentityProviderRequest)input;
        PooledContentStream content = new();
        using (Utf8JsonWriter writer = new(content.BufferWriter, WriterOptions))
            request.Write(writer);
        DefaultRequest result = new(request, "Amazon.CognitoIdentityProvider")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            ContentStream = content,
        };
        result.Headers["X-Amz-Target"] = request.Target;
        result.Headers["Content-Type"] = "application/x-amz-json-1.1";
        return result;
    }
}
