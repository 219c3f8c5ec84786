using System.Management.Automation;
using CognitoPS.Playground.Host;

namespace CognitoPS.Playground;

/// <summary>A few commands as a person would enter them, with what they write, each checked by what it must write.</summary>
internal static class Tour
{
    /// <param name="Says">What a reader should know before.</param>
    /// <param name="Command">What is entered.</param>
    /// <param name="IsRight">Whether it did what it should.</param>
    private sealed record Step(string Says, string Command, Func<Result, bool> IsRight);

    private sealed record Result(IReadOnlyList<PSObject> Objects, IReadOnlyList<ErrorRecord> Errors, string Text)
    {
        public bool Wrote(int count) => Objects.Count == count && Errors.Count == 0;

        public IEnumerable<object?> All(string property) => Objects.Select(item => item.Properties[property]?.Value);
    }

    private static readonly Step[] Steps =
    [
        new("The user pools of the account, as a list shows them.", "Get-CognitoUserPool", result => result.Wrote(5)),
        new(
            "Names take wildcards, and a pool pipes into every cmdlet. Paging is done where nobody sees it.",
            "$pool = Get-CognitoUserPool customers-prod; $pool | Get-CognitoUserPoolClient | Measure-Object",
            result => result.Wrote(1) && result.All("Count").Single() is 150
        ),
        new(
            "The service gives 60 app clients a page. These requests were sent for the 150:",
            "(Get-CognitoLocalServer).Requests | Group-Object Operation -NoElement",
            result =>
                result.Objects.Any(group => group.Properties["Name"].Value is "ListUserPoolClients" && group.Properties["Count"].Value is 3)
        ),
        new("Who needs only the first few asks for no more.", "$pool | Get-CognitoUserPoolClient -First 5", result => result.Wrote(5)),
        new(
            "A filter by name, here over the app clients of the pool.",
            "$pool | Get-CognitoUserPoolClient -Name *-kiosk | Sort-Object ClientName | Select-Object ClientName, ClientId -First 6",
            result => result.Wrote(6) && result.All("ClientName").All(name => $"{name}".EndsWith("-kiosk", StringComparison.Ordinal))
        ),
        new(
            "From pools to groups, in one pipe.",
            "Get-CognitoUserPool *-prod | Get-CognitoGroup | Where-Object Precedence -le 30 | Format-Table GroupName, Precedence, UserPoolId, Description",
            result => result.Errors.Count == 0 && result.Text.Contains("beta-testers") && result.Text.Contains("engineering")
        ),
        new(
            "Described, an app client has all of its settings; some of them:",
            "$checkout = $pool | Get-CognitoUserPoolClient -Name checkout-* -Detailed; $checkout[0] | Format-List ClientName, RefreshTokenValidity, ExplicitAuthFlows",
            result => result.Errors.Count == 0 && result.Text.Contains("checkout-web")
        ),
        new(
            "A Set changes what it is given and keeps the rest. -WhatIf shows the difference and sends nothing.",
            "$checkout[0] | Set-CognitoUserPoolClient -RefreshTokenValidity 7 -AddCallbackUrl https://shop.example.com/signed-in -WhatIf",
            result => result.Wrote(0) && result.Text.Contains("What if:") && result.Text.Contains("RefreshTokenValidity")
        ),
        new(
            "An id that does not exist is an error of its own; the others are answered.",
            "$checkout[0].ClientId, 'nosuchclient00000000000000', $checkout[1].ClientId | ForEach-Object { Get-CognitoUserPoolClient $pool.UserPoolId $_ }",
            result => result.Objects.Count == 2 && result.Errors is [{ CategoryInfo.Category: ErrorCategory.ObjectNotFound }]
        ),
        new(
            "And before anything is removed, see what would be.",
            "$pool | Get-CognitoUserPoolClient -Name loyalty-[ab]* | Remove-CognitoUserPoolClient -WhatIf",
            result => result.Wrote(0) && result.Text.Contains("loyalty-batch")
        ),
    ];

    public static int Run(Session session)
    {
        ConsoleInterface console = session.Host.Console;
        // As at a prompt, errors stand where they happen.
        console.Errors = Console.Out;
        console.WriteLine(Texts.TourBeginning);
        List<string> failed = [];
        foreach (Step step in Steps)
        {
            console.WriteLine(Texts.Remark("# " + step.Says));
            console.WriteLine($"PS> {Syntax.Coloured(step.Command)}");
            StringWriter text = new();
            console.Copy = text;
            IReadOnlyList<PSObject> output = session.Collect(step.Command);
            session.Show(output);
            console.Copy = null;
            ILookup<bool, PSObject> byKind = output.ToLookup(item => item.BaseObject is ErrorRecord);
            Result result = new([.. byKind[false]], [.. byKind[true].Select(item => (ErrorRecord)item.BaseObject)], text.ToString());
            if (!step.IsRight(result))
                failed.Add(step.Command);
            if (!text.ToString().EndsWith("\n\n", StringComparison.Ordinal))
                console.WriteLine("");
        }

        console.WriteLine(Texts.TourEnd);
        foreach (string command in failed)
            console.WriteErrorLine($"This did not go as it should: {command}");
        return failed.Count == 0 ? 0 : 1;
    }
}
