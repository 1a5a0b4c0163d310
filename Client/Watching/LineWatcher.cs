using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Client.Watching;

/// <summary>One line for each change, for files, pipes and programs.</summary>
internal sealed class LineWatcher(Terminal terminal, bool wantsJson) : IWatcher
{
    public async Task WatchAsync(SnapshotSource source, CancellationToken cancellationToken)
    {
        var changes = new ChangeLog();
        var isFirst = true;
        string? lastProblem = null;
        await foreach (var (snapshot, problem) in source.TakeAsync(cancellationToken))
        {
            if (problem is not null && problem != lastProblem)
                terminal.Complain(problem);
            lastProblem = problem;
            if (snapshot is null)
                continue;
            if (isFirst && !wantsJson)
                terminal.Say($"{Wording.Local(snapshot.At, terminal.Clock)}  watching {WatchText.Counts(snapshot.Counts)}");
            isFirst = false;
            foreach (var change in changes.Note(snapshot.Latest))
                Write(change);
            await terminal.Out.FlushAsync(cancellationToken);
        }
    }

    private void Write(Incident change)
    {
        if (wantsJson)
            terminal.Out.WriteLine(JsonShapes.WriteLine(ChangeShape.Of(change)));
        else
            terminal.Say(WatchText.Change(change, terminal.Clock));
    }
}
