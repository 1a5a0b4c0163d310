using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using UptimeSquirrel.Client.Output;

namespace UptimeSquirrel.Client.Commands;

/// <summary>The usual help, and below it how the command is used in real life.</summary>
internal sealed class HelpWithExamples(HelpAction usual, Terminal terminal) : SynchronousCommandLineAction
{
    private static readonly string[] OfTheProgram =
    [
        "squirrel add https://shop.example --email me@shop.example",
        "squirrel import websites.txt",
        "squirrel list --standing down",
        "squirrel check https://shop.example https://blog.example",
    ];

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        terminal.Say("Examples:");
        foreach (var example in ExamplesOf(parseResult.CommandResult.Command))
            terminal.Say("  " + example);
        terminal.Say();
        if (parseResult.CommandResult.Command is RootCommand)
            terminal.Say("Exit codes: 0 fine, 1 something asked about is down, 2 a mistake in what was asked, 3 the cluster cannot be reached.");
        return result;
    }

    private static IEnumerable<string> ExamplesOf(Command command) => command switch
    {
        SquirrelCommand own => own.Examples,
        RootCommand => OfTheProgram,
        _ => command.Subcommands.OfType<SquirrelCommand>().SelectMany(sub => sub.Examples),
    };
}
