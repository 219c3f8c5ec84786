using System.Management.Automation;
using System.Management.Automation.Language;
using CognitoPS.Errors;

namespace CognitoPS.Audit;

/// <summary>Remedies as text, which may come from a file that somebody else wrote.</summary>
internal static class RemedyText
{
    private static readonly HashSet<string> Truths = new(StringComparer.OrdinalIgnoreCase) { "true", "false" };

    /// <summary>What leaves no trace in the tree: a comment, and that the command is to run in the background.</summary>
    private static readonly TokenKind[] Strange = [TokenKind.Comment, TokenKind.Ampersand];

    /// <summary>Refuses what is not one of the commands of remedies with plain values.</summary>
    /// <exception cref="CognitoException">InvalidRemedy.</exception>
    public static void Check(string remedy)
    {
        ScriptBlockAst script = Parser.ParseInput(
            remedy,
            out System.Management.Automation.Language.Token[] tokens,
            out ParseError[] errors
        );
        if (errors.Length > 0 || Array.Exists(tokens, token => Strange.Contains(token.Kind)) || !IsOneCommand(script))
            throw new CognitoException(
                "InvalidRemedy",
                ErrorCategory.SecurityError,
                $"This is not a remedy, so it was not run: {remedy}",
                "Only remedies from Test-CognitoUserPool are run. Test the pool again."
            );
    }

    private static bool IsOneCommand(ScriptBlockAst script) =>
        script.EndBlock?.Statements is [PipelineAst { PipelineElements: [CommandAst { InvocationOperator: TokenKind.Unknown } command] }]
        && Remedy.Commands.Contains(command.GetCommandName(), StringComparer.OrdinalIgnoreCase)
        && command.Extent.Text == script.Extent.Text
        && script.Find(part => part != command && !IsPlain(part), searchNestedScriptBlocks: true) is null;

    /// <summary>What stands in a command with plain values; everything else, known or yet to come, does not.</summary>
    private static bool IsPlain(Ast part) =>
        part
            is ScriptBlockAst { ParamBlock: null }
                or NamedBlockAst
                or PipelineAst
                or CommandParameterAst
                or CommandExpressionAst
                or ConstantExpressionAst
                or ArrayLiteralAst
                or HashtableAst
        || part is VariableExpressionAst { Splatted: false } variable && Truths.Contains(variable.VariablePath.UserPath);
}
