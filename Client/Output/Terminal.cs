using System.Text;
using Spectre.Console;

namespace UptimeSquirrel.Client.Output;

/// <summary>Where we read from and write to, and what surrounds us: standard streams, clock, environment.</summary>
internal sealed class Terminal
{
    // Nothing is cut for a reader that is a program: it has no width.
    private const int WidthOfAPipe = 10_000;

    public required TextWriter Out { get; init; }
    public required TextWriter Error { get; init; }
    public Func<Stream> OpenInput { get; init; } = () => Stream.Null;
    public Func<string, string?> Environment { get; init; } = _ => null;
    public TimeProvider Clock { get; init; } = TimeProvider.System;
    public Func<string?> ReadLine { get; init; } = () => null;
    public bool IsInteractive { get; init; }

    /// <summary>Whether somebody sits at the keyboard and can be asked.</summary>
    public bool IsInputInteractive { get; init; }
    public bool IsErrorInteractive { get; init; }

    /// <summary>Columns to write into; null = as wide as the terminal, or as needed when there is none.</summary>
    public int? Width { get; init; }

    public static Terminal OfThisProcess()
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;
        return new Terminal
        {
            Out = Console.Out,
            Error = Console.Error,
            OpenInput = Console.OpenStandardInput,
            ReadLine = Console.ReadLine,
            IsInputInteractive = !Console.IsInputRedirected && !Console.IsOutputRedirected,
            Environment = System.Environment.GetEnvironmentVariable,
            IsInteractive = !Console.IsOutputRedirected,
            IsErrorInteractive = !Console.IsErrorRedirected,
        };
    }

    /// <summary>Writes a line of the answer. Whatever it holds, nothing in it can command the terminal.</summary>
    public void Say(string line = "") => Out.WriteLine(PlainText.Clean(line));

    /// <summary>Writes a line that is not the answer: a mistake, a hint.</summary>
    public void Complain(string line) => Error.WriteLine(PlainText.Clean(line));

    /// <summary>The answer's stream for tables and live views.</summary>
    public IAnsiConsole Screen() => OpenScreen(Out, IsInteractive);

    /// <summary>The other stream, for progress bars.</summary>
    public IAnsiConsole ErrorScreen() => OpenScreen(Error, IsErrorInteractive);

    private IAnsiConsole OpenScreen(TextWriter writer, bool isInteractive)
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isInteractive ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (Width is { } width)
            screen.Profile.Width = width;
        else if (!isInteractive)
            screen.Profile.Width = WidthOfAPipe;
        return screen;
    }
}
