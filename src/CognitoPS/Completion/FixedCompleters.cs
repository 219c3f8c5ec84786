using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using Amazon.Runtime.CredentialManagement;
using CognitoPS.Audit;
using CognitoPS.Connection;
using CognitoPS.Resources;

namespace CognitoPS.Completion;

/// <summary>Completes from values known without asking the service.</summary>
public abstract class FixedCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    )
    {
        string word = wordToComplete.Trim('\'', '"');
        try
        {
            return Candidates(commandName).Where(candidate => candidate.Matches(word)).Select(candidate => candidate.ToResult()).ToList();
        }
        catch (Exception)
        {
            // A broken profile file must not disturb the prompt.
            return [];
        }
    }

    /// <summary>The values for a command's parameter.</summary>
    private protected virtual IEnumerable<Candidate> Candidates(string commandName) => Candidates();

    /// <summary>The values, whichever command takes them.</summary>
    private protected virtual IEnumerable<Candidate> Candidates() => [];
}

/// <summary>Regions, with their names.</summary>
public sealed class RegionCompleter : FixedCompleter
{
    private protected override IEnumerable<Candidate> Candidates() =>
        Regions
            .Known.OrderBy(region => region.SystemName, StringComparer.Ordinal)
            .Select(region => new Candidate(region.SystemName, region.DisplayName));
}

/// <summary>Profiles of the shared AWS files.</summary>
public sealed class ProfileNameCompleter : FixedCompleter
{
    private protected override IEnumerable<Candidate> Candidates() =>
        new CredentialProfileStoreChain().ListProfiles().Select(profile => new Candidate(profile.Name, profile.Region?.SystemName));
}

/// <summary>The values that the API knows for one of its open enumerations; any other text is taken too.</summary>
/// <typeparam name="T">The client's enumeration.</typeparam>
public sealed class EnumCompleter<T> : FixedCompleter
{
    private protected override IEnumerable<Candidate> Candidates() =>
        typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => new Candidate(field.GetValue(null)!.ToString()!));
}

/// <summary>Categories whose limits can be raised.</summary>
public sealed class LimitCategoryCompleter : FixedCompleter
{
    private protected override IEnumerable<Candidate> Candidates() =>
        ProvisionedLimits.Categories.Select(category => new Candidate(category));
}

/// <summary>The rules of Test-CognitoUserPool, with what holds where they pass.</summary>
public sealed class RuleIdCompleter : FixedCompleter
{
    private protected override IEnumerable<Candidate> Candidates() => AuditRules.All.Select(rule => new Candidate(rule.Id, rule.Title));
}
