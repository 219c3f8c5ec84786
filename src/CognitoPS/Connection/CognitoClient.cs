using System.Net;
using System.Reflection;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using CognitoPS.Pacing;
using CognitoPS.Pipeline;
using CognitoPS.Settings;

namespace CognitoPS.Connection;

/// <summary>The configuration of a <see cref="CognitoClient"/>.</summary>
internal sealed class CognitoClientConfig : AmazonCognitoIdentityProviderConfig
{
    /// <summary>Paces the requests; null sends them as fast as they come.</summary>
    public Pacer? Pacer { get; init; }
}

/// <summary>The service client with pacing, and with retries that know the difference between a rate and a quota.</summary>
internal sealed class CognitoClient(AWSCredentials credentials, CognitoClientConfig config) : AmazonCognitoIdentityProviderClient(credentials, config)
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

    /// <summary>Tells an item's flight where its request begins and ends.</summary>
    private sealed class FlightHandler : PipelineHandler
    {
        public override Task<T> InvokeAsync<T>(IExecutionContext executionContext) =>
            RequestFlight.Current is { } flight ? InvokeAsync<T>(executionContext, flight) : base.InvokeAsync<T>(executionContext);

        private async Task<T> InvokeAsync<T>(IExecutionContext executionContext, RequestFlight flight) where T : AmazonWebServiceResponse, new()
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
        public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            RequestFlight? flight = RequestFlight.Current;
            return pacer is null && flight is null ? base.InvokeAsync<T>(executionContext) : InvokeAsync<T>(executionContext, flight);
        }

        private async Task<T> InvokeAsync<T>(IExecutionContext executionContext, RequestFlight? flight) where T : AmazonWebServiceResponse, new()
        {
            if (pacer is not null)
            {
                await pacer.WaitAsync(ThrottleRetryPolicy.OperationOf(executionContext), PoolOf(executionContext.RequestContext.OriginalRequest),
                    flight?.Stop ?? executionContext.RequestContext.CancellationToken).ConfigureAwait(false);
            }

            flight?.Depart();
            try
            {
                return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            }
            catch (Exception exception) when (flight is not null && exception is not AmazonServiceException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError })
            {
                // Here and not where retries are decided: the runtime repeats what a stale connection lost without asking.
                flight.Doubt();
                throw;
            }
        }

        private static string? PoolOf(AmazonWebServiceRequest request) =>
            SettingMembers.Of(request.GetType()).TryGetValue("UserPoolId", out PropertyInfo? member) ? member.GetValue(request) as string : null;
    }
}
