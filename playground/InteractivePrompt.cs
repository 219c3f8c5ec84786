namespace CognitoPS.Playground;

/// <summary>Reads commands and runs them, until <c>exit</c> or the end of the input.</summary>
internal static class InteractivePrompt
{
    public static int Run(Session session)
    {
        History history = new();
        LineEditor editor = new(history, session.Complete, Syntax.IsIncomplete);
        if (Terminal.Interactive)
            session.Host.Console.WriteLine(Texts.Banner(session));
        while (session.Host.ExitCode is null)
        {
            string? line = Terminal.Interactive ? editor.Read(session.Prompt()) : ReadPiped();
            if (line is null && !editor.Cancelled)
                break;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Terminal.Interactive)
                history.Add(line);
            session.Run(line);
        }

        return session.Host.ExitCode ?? 0;
    }

    private static string? ReadPiped()
    {
        string? text = Console.In.ReadLine();
        while (text is not null && Syntax.IsIncomplete(text) && Console.In.ReadLine() is { } more)
            text += "\n" + more;
        return text;
    }
}
