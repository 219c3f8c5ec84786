using System.Runtime.InteropServices;

namespace CognitoPS.Playground;

/// <summary>What the console that we were started in can do.</summary>
internal static class Terminal
{
    private const int WidthWithoutTerminal = 120;
    private const int StandardOutput = -11;
    private const uint VirtualTerminalProcessing = 4;

    /// <summary>A person types at a terminal and reads there.</summary>
    public static bool Interactive { get; } = !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public static bool Colours { get; } =
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb"
        && UnderstandsEscapeSequences();

    public static int Width => Console.IsOutputRedirected || Console.WindowWidth < 1 ? WidthWithoutTerminal : Console.WindowWidth;

    public static int Height => Console.IsOutputRedirected || Console.WindowHeight < 1 ? 50 : Console.WindowHeight;

    private static bool UnderstandsEscapeSequences()
    {
        if (!OperatingSystem.IsWindows())
            return true;
        nint output = GetStdHandle(StandardOutput);
        return GetConsoleMode(output, out uint mode) && SetConsoleMode(output, mode | VirtualTerminalProcessing);
    }

    [DllImport("kernel32.dll")]
    private static extern nint GetStdHandle(int handle);

    [DllImport("kernel32.dll")]
    private static extern bool GetConsoleMode(nint console, out uint mode);

    [DllImport("kernel32.dll")]
    private static extern bool SetConsoleMode(nint console, uint mode);
}
