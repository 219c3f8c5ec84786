using System.Management.Automation;
using System.Text.RegularExpressions;
using Amazon;
using CognitoPS.Errors;

namespace CognitoPS.Connection;

/// <summary>Which region a request goes to.</summary>
internal static class Regions
{
    private static readonly Regex RegionName = new(@"^[a-z]{2,}(-[a-z]+)+-\d+$", RegexOptions.CultureInvariant);
    private static readonly Regex PoolId = new(@"^(?<region>[\w-]+)_[0-9A-Za-z]+$", RegexOptions.CultureInvariant);
    private static readonly Regex PoolArn = new(
        @"^arn:[\w-]+:cognito-idp:[\w-]*:\d*:userpool/(?<id>[\w-]+_[0-9A-Za-z]+)$",
        RegexOptions.CultureInvariant
    );

    /// <summary>The pool id in an id or ARN; anything else comes back as it is.</summary>
    public static string PoolIdOf(string idOrArn) => PoolArn.Match(idOrArn) is { Success: true } match ? match.Groups["id"].Value : idOrArn;

    /// <summary>
    /// Whether a text is the id of a pool beyond doubt: a region, or local as an emulator has it, and what the service made up.
    /// </summary>
    public static bool IsPoolId(string text) =>
        PoolId.Match(text) is { Success: true } match
        && match.Groups["region"].Value is var region
        && (region == "local" || RegionName.IsMatch(region));

    /// <summary>The region named in a pool id, or null when it names none (as the ids of some emulators).</summary>
    /// <exception cref="CognitoException">InvalidUserPoolId.</exception>
    public static string? OfPool(string userPoolId)
    {
        if (PoolId.Match(userPoolId) is not { Success: true } match)
        {
            throw new CognitoException(
                "InvalidUserPoolId",
                ErrorCategory.InvalidArgument,
                $"'{userPoolId}' is not a user pool ID.",
                "A user pool ID looks like eu-west-1_AbCdEf123. Get-CognitoUserPool lists the IDs. You can also use the ARN of the pool."
            );
        }

        string region = match.Groups["region"].Value;
        return RegionName.IsMatch(region) ? region : null;
    }

    /// <summary>The regions that the AWS runtime knows. It also has names among them that are none, as us-east-1-regional.</summary>
    public static IEnumerable<RegionEndpoint> Known =>
        RegionEndpoint.EnumerableAllRegions.Where(region => RegionName.IsMatch(region.SystemName));

    /// <summary>Refuses what cannot be a region, before it becomes a host name.</summary>
    public static string Checked(string region) =>
        RegionName.IsMatch(region)
            ? region
            : throw new CognitoException(
                "InvalidRegion",
                ErrorCategory.InvalidArgument,
                $"'{region}' is not the name of a Region.",
                "A Region looks like eu-west-1."
            );
}
