using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Client.Output;

namespace UptimeSquirrel.Client;

/// <summary>The whole program, from arguments to exit code.</summary>
internal static class Squirrel
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var root = SquirrelRoot.Create(terminal);
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (ParseMistakes.First(parsed) is { } mistake)
            return Fail(terminal, mistake, ExitCode.Mistake);
        try
        {
            return await parsed.InvokeAsync(Invocation(terminal));
        }
        catch (Exception exception) when (Failure.Of(exception) is var failure)
        {
            return Fail(terminal, failure.Sentence, failure.ExitCode);
        }
    }

    private static InvocationConfiguration Invocation(Terminal terminal) => new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(2),
        Output = terminal.Out,
        Error = terminal.Error,
    };

    private static int Fail(Terminal terminal, string? sentence, int exitCode)
    {
        if (sentence is not null)
            terminal.Complain(sentence);
        return exitCode;
    }
}
