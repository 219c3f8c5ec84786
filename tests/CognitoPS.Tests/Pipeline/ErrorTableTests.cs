using System.Management.Automation;
using System.Net;
using Amazon.Runtime;
using CognitoPS.Errors;
using Xunit;

namespace CognitoPS.Tests.Pipeline;

/// <summary>What an error of the service becomes: a category, and what to do.</summary>
public sealed class ErrorTableTests
{
    [Theory]
    [InlineData("UserLambdaValidationException", 400, ErrorCategory.InvalidOperation, "LambdaConfig")]
    [InlineData("ValidationException", 400, ErrorCategory.InvalidArgument, "")]
    [InlineData("ForbiddenException", 403, ErrorCategory.PermissionDenied, "WAF")]
    [InlineData("AliasExistsException", 400, ErrorCategory.ResourceExists, "")]
    [InlineData("UserPoolTaggingException", 500, ErrorCategory.ResourceUnavailable, "Try again")]
    public void A_code_has_its_category_and_advice(string code, int status, ErrorCategory category, string advice)
    {
        ErrorRecord record = ErrorTable.ToRecord(
            new AmazonServiceException("No.") { ErrorCode = code, StatusCode = (HttpStatusCode)status },
            null
        );

        Assert.Equal((code, category), (record.FullyQualifiedErrorId, record.CategoryInfo.Category));
        Assert.Equal(advice == "", record.ErrorDetails.RecommendedAction == "");
        Assert.Contains(advice, record.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }
}
