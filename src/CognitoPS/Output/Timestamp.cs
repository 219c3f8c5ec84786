using System.Globalization;
using System.Management.Automation;

namespace CognitoPS.Output;

/// <summary>
/// A date: to PowerShell a DateTime in local time, so that it compares with what Get-Date gives. As text it has its offset, in CSV files
/// too, where a DateTime's own text has none.
/// </summary>
/// <remarks>A DateTimeOffset would not do: <c>(Get-Date) -lt $offset</c> is an error, and it does not survive Export-Clixml.</remarks>
public sealed class Timestamp : PSObject
{
    private readonly DateTime _local;

    private Timestamp(DateTime local)
        : base(local) => _local = local;

    internal DateTime Utc => _local.ToUniversalTime();

    /// <summary>A date of the service's, or of this machine's, in local time.</summary>
    internal static Timestamp? Of(DateTime? date) => date is { } some ? new Timestamp(some.ToLocalTime()) : null;

    /// <inheritdoc/>
    public override string ToString() => _local.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);
}
