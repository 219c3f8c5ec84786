using System.Management.Automation.Host;

namespace CognitoPS.Playground.Host;

/// <summary>Size, cursor and keys of the console. Its cells cannot be read back, which only games want.</summary>
internal sealed class RawConsole : PSHostRawUserInterface
{
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Size BufferSize
    {
        get => WindowSize;
        set { }
    }

    public override Size WindowSize
    {
        get => new(Terminal.Width, Terminal.Height);
        set { }
    }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates WindowPosition { get; set; }

    public override Coordinates CursorPosition
    {
        get => Terminal.Interactive ? new(Console.CursorLeft, Console.CursorTop) : default;
        set
        {
            if (Terminal.Interactive)
                Console.SetCursorPosition(value.X, value.Y);
        }
    }

    public override int CursorSize { get; set; } = 25;

    public override string WindowTitle { get; set; } = "CognitoPS";

    public override bool KeyAvailable => Terminal.Interactive && Console.KeyAvailable;

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
            Console.ReadKey(intercept: true);
    }

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        ConsoleKeyInfo key = Console.ReadKey(options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, default, keyDown: true);
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw new NotSupportedException();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotSupportedException();

    /// <summary>Clear-Host calls this with everything.</summary>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        if (Terminal.Interactive)
            Console.Clear();
    }
}
