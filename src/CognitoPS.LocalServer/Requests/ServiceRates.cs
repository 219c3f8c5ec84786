using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using CognitoPS.LocalServer.Model;

namespace CognitoPS.LocalServer.Requests;

/// <summary>Holds requests to the service's rates: a bucket for each category and region that holds what one second brings.</summary>
internal sealed class ServiceRates
{
    private static readonly Regex PoolId = new("\"UserPoolId\"\\s*:\\s*\"([^\"]+)\"", RegexOptions.CultureInvariant);

    private readonly ConcurrentDictionary<(string Region, string Category), int> _provisioned = [];
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>The rate of a category in a region: the default one, or the one that it was raised to.</summary>
    internal int PerSecond(string region, RequestRate rate) =>
        _provisioned.TryGetValue((region, rate.Category), out int raised) ? raised : rate.PerSecond;

    internal void Raise(string region, RequestRate rate, int perSecond) => _provisioned[(region, rate.Category)] = perSecond;

    /// <summary>Whether the rate lets this request pass.</summary>
    internal bool Take(string operation, LoggedRequest request, double factor)
    {
        if (RequestRates.Of(operation) is not { } rate)
            return true;
        if (!Take($"{request.Region} {rate.Category}", PerSecond(request.Region, rate) * factor))
            return false;
        return !rate.PerPool
            || PoolId.Match(request.Body) is not { Success: true } pool
            || Take($"{operation} {pool.Groups[1].Value}", RequestRates.PerSecondAndPool * factor);
    }

    private bool Take(string bucket, double rate) => _buckets.GetOrAdd(bucket, _ => new Bucket()).Take(rate);

    /// <summary>Holds what one second brings.</summary>
    private sealed class Bucket
    {
        private double _tokens = double.MaxValue;
        private long _last;

        internal bool Take(double rate)
        {
            lock (this)
            {
                long now = Stopwatch.GetTimestamp();
                _tokens = Math.Min(rate, _tokens + ((now - _last) * rate / Stopwatch.Frequency));
                _last = now;
                if (_tokens < 1)
                    return false;
                _tokens--;
                return true;
            }
        }
    }
}
