using System.CommandLine;
using System.Globalization;
using System.Text;

namespace UptimeSquirrel.Client.Completion;

/// <summary>A script for a shell that knows every command and option, so that nothing has to be started to complete one.</summary>
internal static class CompletionScript
{
    public static string Bash(Command root)
    {
        var commands = WithAllBelow(root, "").ToList();
        var everywhere = root.Options.Where(option => option.Recursive).SelectMany(NamesOf).ToList();
        var script = new StringBuilder();
        script.Append("""
            # Completion of squirrel for bash, made by 'squirrel completion bash'.
            _squirrel() {
              local current=${COMP_WORDS[COMP_CWORD]} path="" words="" i
              for ((i = 1; i < COMP_CWORD; i++)); do
                case "$path ${COMP_WORDS[i]}" in

            """);
        script.Append(CultureInfo.InvariantCulture, $"      {string.Join('|', commands.Skip(1).Select(command => $"\"{command.Path}\""))}) path=\"$path ${{COMP_WORDS[i]}}\" ;;\n");
        script.Append("    esac\n  done\n  case \"$path\" in\n");
        foreach (var (path, command) in commands)
            script.Append(CultureInfo.InvariantCulture, $"    \"{path}\") words=\"{string.Join(' ', command.Subcommands.Select(below => below.Name).Concat(command.Options.SelectMany(NamesOf)).Union(everywhere))}\" ;;\n");
        script.Append("""
              esac
              COMPREPLY=($(compgen -W "$words" -- "$current"))
            }
            complete -o default -F _squirrel squirrel

            """);
        return script.ToString().ReplaceLineEndings("\n");
    }

    // The same words: zsh can read what is meant for bash.
    public static string Zsh(Command root) => "autoload -Uz compinit bashcompinit && compinit && bashcompinit\n" + Bash(root);

    private static IEnumerable<(string Path, Command Command)> WithAllBelow(Command command, string path) =>
        command.Subcommands.Where(below => !below.Hidden).SelectMany(below => WithAllBelow(below, $"{path} {below.Name}")).Prepend((path, command));

    // The short ones nobody needs to complete.
    private static IEnumerable<string> NamesOf(Option option) =>
        option.Hidden ? [] : option.Aliases.Prepend(option.Name).Where(name => name.StartsWith("--", StringComparison.Ordinal));
}
