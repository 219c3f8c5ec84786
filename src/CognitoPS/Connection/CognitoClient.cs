using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using CognitoPS.Pacing;

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
        Pacer? pacer = ((CognitoClientConfig)Config).Pacer;
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new ThrottleRetryPolicy(Config, pacer)));
        if (pacer is not null)
            pipeline.AddHandlerAfter<RetryHandler>(new PacingHandler(pacer));
    }

    /// <summary>Lets each attempt of a request wait for its turn.</summary>
    private sealed class PacingHandler(Pacer pacer) : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            await pacer.WaitAsync(ThrottleRetryPolicy.OperationOf(executionContext), executionContext.RequestContext.CancellationToken).ConfigureAwait(false);
            return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        }
    }
}
