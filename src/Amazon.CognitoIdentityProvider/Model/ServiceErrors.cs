using System.Net;
using System.Text.Json;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>What an error's body says.</summary>
internal record struct ErrorFacts(string? Code, string? Message, string? ReasonCode)
{
    /// <summary>Reads as far as the body is JSON: a proxy's HTML and a body cut short say nothing, or not everything.</summary>
    public static ErrorFacts Parse(ReadOnlySpan<byte> body)
    {
        ErrorFacts facts = default;
        try
        {
            Utf8JsonReader reader = new(body);
            reader.Read();
            while (reader.TokenType != JsonTokenType.EndObject && Json.ReadName(ref reader, out _))
            {
                string name = reader.GetString()!;
                reader.Read();
                string? value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
                switch (name)
                {
                    case "__type":
                        facts.Code = value;
                        break;
                    case "code" or "Code":
                        facts.Code ??= value;
                        break;
                    case "message" or "Message":
                        facts.Message = value;
                        break;
                    case "reasonCode":
                        facts.ReasonCode = value;
                        break;
                }
            }
        }
        catch (JsonException) { }
        return facts;
    }
}

/// <summary>Finds the exception for an error response.</summary>
internal static partial class ServiceErrors
{
    public static AmazonCognitoIdentityProviderException Create(
        ResponseContext context,
        Exception innerException,
        HttpStatusCode statusCode
    )
    {
        var error = ErrorFacts.Parse(context.Body);
        string? code = Code(error.Code) ?? Code(context.ResponseData.GetHeaderValue("x-amzn-ErrorType"));
        string message =
            error.Message
            ?? (
                code is null
                    ? $"The endpoint answered HTTP {(int)statusCode} without an error code. {context.Excerpt}".TrimEnd()
                    : $"The service answered {code}."
            );
        return Create(error, message, innerException, ErrorType.Unknown, code, context.RequestId, statusCode);
    }

    /// <summary>The bare code of <c>namespace#Code:address</c>.</summary>
    private static string? Code(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        string code = text!.Substring(text.LastIndexOf('#') + 1);
        int end = code.IndexOf(':');
        return end < 0 ? code : code.Substring(0, end);
    }
}
