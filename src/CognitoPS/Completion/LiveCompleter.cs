using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Connection;
using CognitoPS.Threading;

namespace CognitoPS.Completion;

/// <summary>Completes a parameter from the live account. It answers within two seconds or not at all, and never throws.</summary>
public abstract class LiveCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.8);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    )
    {
        var found = new List<CompletionResult>();
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var question = new CompletionQuestion(wordToComplete, fakeBoundParameters);
            PipelineLoop.Run(
                async () =>
                {
                    await foreach (Candidate candidate in FindAsync(question, patience.Token))
                    {
                        if (candidate.Matches(question.Word))
                            found.Add(candidate.ToResult());
                    }
                },
                patience.Token
            );
        }
        catch (Exception)
        {
            // What has been found until now is better than an error at the prompt.
        }

        return found;
    }

    /// <summary>What there is to choose from.</summary>
    private protected abstract IAsyncEnumerable<Candidate> FindAsync(CompletionQuestion question, CancellationToken cancellationToken);
}

/// <summary>One thing to choose.</summary>
/// <param name="Value">What is put on the command line.</param>
/// <param name="Name">What it is called, to be found by and shown.</param>
internal sealed record Candidate(string Value, string? Name = null)
{
    public bool Matches(string word) =>
        Value.StartsWith(word, StringComparison.OrdinalIgnoreCase) || Name?.StartsWith(word, StringComparison.OrdinalIgnoreCase) == true;

    public CompletionResult ToResult() =>
        new(
            Value.StartsWith("@{", StringComparison.Ordinal)
            || Value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/' or '+')
                ? Value
                : $"'{Value.Replace("'", "''")}'",
            Name is null ? Value : $"{Value} ({Name})",
            CompletionResultType.ParameterValue,
            Name ?? Value
        );
}

/// <summary>What the command line holds while Tab is pressed.</summary>
internal sealed class CompletionQuestion(string word, IDictionary parameters)
{
    /// <summary>The word so far, without quotes.</summary>
    public string Word { get; } = word.Trim('\'', '"');

    /// <summary>The value of a parameter given before, or null.</summary>
    public string? this[string parameter] =>
        parameters[parameter] switch
        {
            null => null,
            object[] { Length: > 0 } many => many[0]?.ToString(),
            PSObject o when o.Properties[parameter]?.Value is string inner => inner,
            var value => value.ToString(),
        };

    /// <summary>The pool given before, or null.</summary>
    public string? UserPoolId => this["UserPoolId"] is { } id ? Regions.PoolIdOf(id) : null;

    /// <summary>The client for the pool, or for the connection's region.</summary>
    public IAmazonCognitoIdentityProvider Client(string? userPoolId)
    {
        var given = new ConnectionSettings
        {
            Region = this["Region"],
            ProfileName = this["ProfileName"],
            EndpointUrl = this["EndpointUrl"] is { } url ? new Uri(url) : null,
        };
        RunspaceState state = RunspaceState.Current;
        return state.Client(given, null, ClientFactory.RegionFor(given, state.Default, null, userPoolId));
    }
}
