using System.Globalization;
using System.Management.Automation;

namespace CognitoPS.Output;

/// <summary>
/// A date that PowerShell sees as a DateTime in local time, so that it compares with the output of Get-Date. Its text includes the offset,
/// in CSV files too, unlike the text of a DateTime.
/// </summary>
/// <remarks>A DateTimeOffset would not do: <c>(Get-Date) -lt $offset</c> is an error, and it does not survive Export-Clixml.</remarks>
public sealed class Timestamp : PSObject
{
    private readonly DateTime _local;

    private Timestamp(DateTime local)
        : base(local) => _local = local;

    internal DateTime Utc => _local.ToUniversalTime();

    /// <summary>Converts a date from the service or this computer to local time.</summary>
    internal static Timestamp? Of(DateTime? date) => date is { } some ? new Timestamp(some.ToLocalTime()) : null;

    /// <inheritdoc/>
    public override string ToString() => _local.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);
}
