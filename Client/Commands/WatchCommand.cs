using System.CommandLine;
using UptimeSquirrel.Client.Watching;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Shows standings and changes as they happen.</summary>
internal sealed class WatchCommand : SquirrelCommand
{
    private readonly Option<OwnerId?> owner = Reading.Owner("Only this owner's websites. Else SQUIRREL_OWNER, else everyone's.");

    public WatchCommand()
        : base(
            "watch",
            "Show what is down and what changed, live, until Ctrl+C. Into a file or pipe: one line for each change; with --json one JSON object a line.",
            "squirrel watch",
            "squirrel watch --owner web-team",
            "squirrel watch --json | jq .url")
    {
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var whose = call.NamedOwner(owner);
        try
        {
            await using var cluster = await call.ConnectAsync(cancellationToken);
            IWatcher watcher = call.Terminal.IsInteractive && !call.WantsJson
                ? new LiveWatcher(call.Terminal)
                : new LineWatcher(call.Terminal, call.WantsJson);
            await watcher.WatchAsync(new SnapshotSource(cluster, whose, call.Terminal.Clock), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl+C is how this ends, not a failure.
        }
        return ExitCode.Fine;
    }
}
