using System.CommandLine;
using UptimeSquirrel.Client.Commands;

namespace UptimeSquirrel.Client.Completion;

/// <summary>Prints what makes a shell complete commands and options.</summary>
internal sealed class CompletionCommand : SquirrelCommand
{
    private readonly Argument<string> shell = new("SHELL") { Description = "bash or zsh." };

    public CompletionCommand()
        : base(
            "completion",
            "Print what makes a shell complete commands and options.",
            "source <(squirrel completion bash)",
            "squirrel completion bash > /usr/share/bash-completion/completions/squirrel",
            "source <(squirrel completion zsh)")
    {
        Add(shell);
    }

    public override Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var root = (Command)Parents.First();
        call.Terminal.Out.Write(call.Get(shell)!.Trim().ToLowerInvariant() switch
        {
            "bash" => CompletionScript.Bash(root),
            "zsh" => CompletionScript.Zsh(root),
            var other => throw new CallerMistakeException($"'{PlainText.Start(other)}' is not a shell that is known here: expected bash or zsh."),
        });
        return Task.FromResult(ExitCode.Fine);
    }
}
