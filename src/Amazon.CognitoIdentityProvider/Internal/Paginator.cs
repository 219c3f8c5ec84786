using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>Sends a request again and again, each time with the token of the last answer, until an answer has none.</summary>
internal abstract class Paginator<TRequest, TResponse>(TRequest request) : IPaginator<TResponse>
    where TRequest : AmazonWebServiceRequest
{
    private int _isConsumed;

    public IPaginatedEnumerable<TResponse> Responses => new PaginatedResponse<TResponse>(this);

    protected abstract void SetToken(TRequest request, string token);

    protected abstract string? GetNextToken(TResponse response);

    protected abstract Task<TResponse> SendAsync(TRequest request, CancellationToken cancellationToken);

    async IAsyncEnumerable<TResponse> IPaginator<TResponse>.PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The message is the official package's.
        if (Interlocked.Exchange(ref _isConsumed, 1) != 0)
            throw new InvalidOperationException("Paginator has already been consumed and cannot be reused. Please create a new instance.");
        PaginatorUtils.SetUserAgentAdditionOnRequest(request);
        while (true)
        {
            TResponse response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
            string? token = GetNextToken(response);
            cancellationToken.ThrowIfCancellationRequested();
            yield return response;
            if (token is null or "")
                yield break;
            SetToken(request, token);
        }
    }
}
