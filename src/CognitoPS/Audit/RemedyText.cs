using System.Management.Automation;
using System.Management.Automation.Language;
using CognitoPS.Errors;

namespace CognitoPS.Audit;

/// <summary>Remedies as text, which may come from a file that somebody else wrote.</summary>
internal static class RemedyText
{
    /// <summary>Refuses what is not one of the commands of remedies with plain values.</summary>
    /// <exception cref="CognitoException">InvalidRemedy.</exception>
    public static bool Check(string remedy)
    {
        ScriptBlockAst script = Parser.ParseInput(
            remedy,
            out System.Management.Automation.Language.Token[] tokens,
            out ParseError[] errors
        );
        if (
            errors.Length > 0
            || Array.Exists(tokens, token => token.Kind is TokenKind.Comment or TokenKind.SplattedVariable)
            || script
                is not {
                    ParamBlock: null,
                    BeginBlock: null,
                    ProcessBlock: null,
                    DynamicParamBlock: null,
                    EndBlock.Statements: [PipelineAst { PipelineElements: [CommandAst { Redirections.Count: 0 } command] }]
                }
            || command.InvocationOperator != TokenKind.Unknown
            || !Remedy.Commands.Contains(command.GetCommandName(), StringComparer.OrdinalIgnoreCase)
        )
            throw Invalid(remedy, null);
        try
        {
            ScriptBlock.Create(remedy).CheckRestrictedLanguage(Remedy.Commands, [], allowEnvironmentVariables: false);
        }
        catch (ParseException exception)
        {
            throw Invalid(remedy, exception);
        }

        return true;
    }

    private static CognitoException Invalid(string remedy, Exception? cause) =>
        new(
            "InvalidRemedy",
            ErrorCategory.SecurityError,
            $"It is no remedy, and was not run: {remedy}",
            "Only what Test-CognitoUserPool writes is run. Test the pool again.",
            cause
        );
}
