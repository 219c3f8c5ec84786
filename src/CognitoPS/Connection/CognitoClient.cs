using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Authentication;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using CognitoPS.Errors;
using CognitoPS.Pacing;
using CognitoPS.Settings;

namespace CognitoPS.Connection;

/// <summary>The configuration of a <see cref="CognitoClient"/>.</summary>
internal sealed class CognitoClientConfig : AmazonCognitoIdentityProviderConfig
{
    /// <summary>Paces the requests; null sends them as fast as they come.</summary>
    public Pacer? Pacer { get; init; }
}

/// <summary>The service client with pacing, and with retries that know the difference between a rate and a quota.</summary>
internal sealed class CognitoClient(AWSCredentials credentials, CognitoClientConfig config)
    : AmazonCognitoIdentityProviderClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        // Nobody listens to these, and each handler is one more asynchronous step in every call.
        pipeline.RemoveHandler<MetricsHandler>();
        pipeline.RemoveHandler<CallbackHandler>();
        pipeline.RemoveHandler<CallbackHandler>();
        pipeline.RemoveHandler<ErrorCallbackHandler>();
        Pacer? pacer = ((CognitoClientConfig)Config).Pacer;
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new ThrottleRetryPolicy(Config, pacer)));
        pipeline.AddHandlerBefore<RetryHandler>(new FlightHandler());
        pipeline.AddHandlerAfter<RetryHandler>(new PacingHandler(pacer));
    }

    /// <summary>Notes where a request begins, for its retries, and tells an item's flight where it begins and ends.</summary>
    private sealed class FlightHandler : PipelineHandler
    {
        public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            ThrottleRetryPolicy.Begin(executionContext);
            return RequestTracker.Current is { } flight ? InvokeAsync<T>(executionContext, flight) : base.InvokeAsync<T>(executionContext);
        }

        private async Task<T> InvokeAsync<T>(IExecutionContext executionContext, RequestTracker flight)
            where T : AmazonWebServiceResponse, new()
        {
            flight.Begin();
            try
            {
                T response = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
                flight.Answered();
                return response;
            }
            catch (AmazonServiceException exception) when ((int)exception.StatusCode is >= 400 and < 500)
            {
                flight.Answered();
                throw;
            }
        }
    }

    /// <summary>Lets each attempt of a request wait for its turn, and none leave after the run has stopped.</summary>
    private sealed class PacingHandler(Pacer? pacer) : PipelineHandler
    {
        private static readonly SocketError[] NotReached =
        [
            SocketError.ConnectionRefused,
            SocketError.HostNotFound,
            SocketError.TryAgain,
            SocketError.HostUnreachable,
            SocketError.NetworkUnreachable,
        ];

        public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            RequestTracker? flight = RequestTracker.Current;
            return pacer is null && flight is null && !MakesAnother(executionContext)
                ? base.InvokeAsync<T>(executionContext)
                : InvokeAsync<T>(executionContext, flight);
        }

        private async Task<T> InvokeAsync<T>(IExecutionContext executionContext, RequestTracker? flight)
            where T : AmazonWebServiceResponse, new()
        {
            if (pacer is not null)
            {
                await pacer
                    .WaitAsync(
                        ThrottleRetryPolicy.OperationOf(executionContext),
                        PoolOf(executionContext.RequestContext.OriginalRequest),
                        flight?.Stop ?? executionContext.RequestContext.CancellationToken
                    )
                    .ConfigureAwait(false);
            }

            flight?.Depart();
            try
            {
                return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            }
            catch (Exception exception)
                when (exception
                        is not AmazonServiceException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError }
                )
            {
                // Here and not where retries are decided: the runtime repeats what a stale connection lost without asking.
                flight?.Doubt();
                if (
                    !MakesAnother(executionContext)
                    || !MayHaveArrived(exception)
                    || executionContext.RequestContext.CancellationToken.IsCancellationRequested
                )
                    throw;
                // Without the cause: the runtime takes any exception that holds a broken connection for a stale one, and repeats.
                throw new CognitoException(
                    "AnswerLost",
                    ErrorCategory.ConnectionError,
                    $"No answer came to {ThrottleRetryPolicy.OperationOf(executionContext)} "
                        + $"({exception.GetBaseException().Message}): it may have taken effect or not, and is not repeated, since "
                        + $"that could make a second one.",
                    "Look what there is with the Get- cmdlet before you repeat it."
                );
            }
        }

        /// <summary>
        /// Whether the request, sent twice, makes two of a thing; others are refused the second time, or do the same again.
        /// </summary>
        private static bool MakesAnother(IExecutionContext context) =>
            context.RequestContext.OriginalRequest
                is CreateUserPoolRequest
                    or CreateUserPoolClientRequest
                    or AddUserPoolClientSecretRequest
                    or CreateUserImportJobRequest;

        /// <summary>Whether the request had left before this happened.</summary>
        private static bool MayHaveArrived(Exception exception)
        {
            if (exception is CognitoException or AmazonServiceException { StatusCode: not 0 })
                return false;
            for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
            {
                if (cause is AuthenticationException || cause is SocketException socket && NotReached.Contains(socket.SocketErrorCode))
                    return false;
            }

            return true;
        }

        private static string? PoolOf(AmazonWebServiceRequest request) =>
            SettingMembers.Of(request.GetType()).TryGetValue("UserPoolId", out PropertyInfo? member)
                ? member.GetValue(request) as string
                : null;
    }
}
