using System.CommandLine;
using System.CommandLine.Parsing;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Puts what the parser refuses into one sentence that names the value and what was expected.</summary>
internal static class ParseMistakes
{
    /// <summary>The first mistake; null when there is none, or when it is help that is asked for.</summary>
    public static string? First(ParseResult given)
    {
        if (given.Errors.Count == 0 || given.Action is HelpWithExamples { ClearsParseErrors: true })
            return null;
        var command = given.CommandResult.Command;
        if (given.UnmatchedTokens.Count > 0)
            return Unknown(given.UnmatchedTokens[0], command);
        if (command.Subcommands.Count > 0)
            return $"'{PathOf(command)}' says nothing by itself: expected one of {NamesIn(command)}.";
        var error = given.Errors[0];
        return error.SymbolResult is CommandResult or ArgumentResult { Tokens.Count: 0, Parent: CommandResult }
            ? Missing(command)
            : OneLine(error.Message);
    }

    private static string Unknown(string token, Command command)
    {
        var value = PlainText.Start(token);
        return token.StartsWith('-')
            ? $"'{value}' is not an option of '{PathOf(command)}': '{PathOf(command)} --help' lists them."
            : command.Subcommands.Count > 0
                ? $"'{value}' is not a command of '{PathOf(command)}': expected one of {NamesIn(command)}."
                : $"'{value}' is one value too many for '{PathOf(command)}': '{PathOf(command)} --help' shows what it takes.";
    }

    private static string Missing(Command command) =>
        $"'{PathOf(command)}' needs {string.Join(" and ", command.Arguments.Select(argument => argument.Name))}" +
        $": expected something like '{((SquirrelCommand)command).Examples[0]}'.";

    private static string PathOf(Command command) =>
        command is RootCommand ? "squirrel" : $"{PathOf(command.Parents.OfType<Command>().First())} {command.Name}";

    private static string NamesIn(Command command) => string.Join(", ", command.Subcommands.Select(sub => sub.Name));

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
