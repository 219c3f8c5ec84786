using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace CognitoPS.Playground.Host;

/// <summary>Answers to questions that a running command asks. Ctrl+C there stops the command.</summary>
internal sealed class ConsoleReader
{
    private readonly LineEditor _editor = new();

    /// <param name="question">What stands on the line already.</param>
    public string ReadLine(string question)
    {
        if (Terminal.Interactive)
            return _editor.Read(question, promptIsShown: true) ?? throw new PipelineStoppedException();
        // An empty answer would be the default, which may be yes: without an answer there is none.
        return Console.In.ReadLine() ?? throw new HostException("There is nobody to answer: the input has ended.");
    }

    public SecureString ReadSecret()
    {
        SecureString secret = new();
        if (!Terminal.Interactive)
        {
            foreach (char character in ReadLine(""))
                secret.AppendChar(character);
            return secret;
        }

        Console.TreatControlCAsInput = true;
        try
        {
            while (true)
            {
                ConsoleKeyInfo key = Console.ReadKey(intercept: true);
                if (key is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control })
                {
                    throw new PipelineStoppedException();
                }
                else if (key.Key == ConsoleKey.Enter)
                {
                    return secret;
                }
                else if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
                {
                    secret.RemoveAt(secret.Length - 1);
                    Console.Write("\b \b");
                }
                else if (!char.IsControl(key.KeyChar))
                {
                    secret.AppendChar(key.KeyChar);
                    Console.Write('*');
                }
            }
        }
        finally
        {
            Console.TreatControlCAsInput = false;
            Console.WriteLine();
        }
    }
}
