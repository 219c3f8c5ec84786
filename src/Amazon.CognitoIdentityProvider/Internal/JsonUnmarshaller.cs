using System.Net;
using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>Reads the response of every operation.</summary>
internal sealed class JsonUnmarshaller<TResponse> : ResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public static JsonUnmarshaller<TResponse> Instance { get; } = new();

    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        var context = (ResponseContext)input;
        TResponse response = new() { ResponseMetadata = new ResponseMetadata { RequestId = context.RequestId } };
        if (response is IJsonResponse members)
            Read(context, members);
        return response;
    }

    private static void Read(ResponseContext context, IJsonResponse members)
    {
        try
        {
            Utf8JsonReader reader = new(context.Body);
            reader.Read();
            if (!Json.IsObject(ref reader))
                throw new JsonException("Expected an object, found null.");
            members.ReadMembers(ref reader);
        }
        // The reader throws these for text that is no JSON, for JSON of another type than the model's, and for numbers that do not fit it.
        catch (Exception exception)
            when (exception
                    is JsonException
                        or InvalidOperationException
                        or FormatException
                        or OverflowException
                        or ArgumentOutOfRangeException
            )
        {
            throw new AmazonUnmarshallingException(context.RequestId, null, context.Excerpt, exception, context.ResponseData.StatusCode);
        }
    }

    public override AmazonServiceException UnmarshallException(
        UnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode
    ) => ServiceErrors.Create((ResponseContext)input, innerException, statusCode);

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream,
        bool maintainResponseBody,
        IWebResponseData response,
        bool isException
    ) => new ResponseContext(responseStream, maintainResponseBody, (BufferedResponse)response);

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream,
        bool maintainResponseBody,
        IWebResponseData response,
        bool isException,
        IRequestContext requestContext
    ) => ConstructUnmarshallerContext(responseStream, maintainResponseBody, response, isException);
}

/// <summary>A buffered response while it is being read.</summary>
internal sealed class ResponseContext : UnmarshallerContext
{
    private const int ExcerptLength = 400;

    private readonly BufferedResponse _response;

    /// <param name="stream">The body.</param>
    /// <param name="keepBody">The runtime is going to log the body: it takes it from the wrapping stream.</param>
    /// <param name="response">The response.</param>
    public ResponseContext(Stream stream, bool keepBody, BufferedResponse response)
    {
        WebResponseData = _response = response;
        MaintainResponseBody = keepBody;
        if (keepBody)
        {
            WrappingStream = new CachingWrapperStream(stream);
            WrappingStream.CopyTo(Stream.Null);
        }
    }

    public ReadOnlySpan<byte> Body => _response.Body;

    public string RequestId => _response.GetHeaderValue("x-amzn-RequestId");

    /// <summary>The body's beginning, for messages.</summary>
    public string Excerpt => System.Text.Encoding.UTF8.GetString(Body.Slice(0, Math.Min(Body.Length, ExcerptLength)).ToArray());

    public override string CurrentPath => "";

    public override int CurrentDepth => 0;

    public override bool IsStartElement => false;

    public override bool IsEndElement => false;

    public override bool IsStartOfDocument => false;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _response.ReturnBuffer();
    }
}
