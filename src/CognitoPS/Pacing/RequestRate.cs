#if LOCAL_SERVER
namespace CognitoPS.LocalServer.Model;

#else
namespace CognitoPS.Pacing;

#endif

/// <summary>How many requests a second the service lets a category of operations have.</summary>
/// <param name="Category">The category's name in the service's quotas.</param>
/// <param name="PerSecond">The default rate: requests a second, per account and region.</param>
/// <param name="Raisable">Whether AWS raises the rate on request.</param>
/// <param name="PerPool">Whether each operation also has a rate of its own for each pool.</param>
internal sealed record RequestRate(string Category, int PerSecond, bool Raisable, bool PerPool);
