using Spectre.Console;
using Spectre.Console.Rendering;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Client.Watching;

/// <summary>A view on the terminal that changes in place.</summary>
internal sealed class LiveWatcher(Terminal terminal) : IWatcher
{
    private const int ShownTroubled = 12;
    private const int ShownChanges = 8;

    public async Task WatchAsync(SnapshotSource source, CancellationToken cancellationToken)
    {
        Snapshot? last = null;
        await terminal.Screen().Live(new Text("…")).StartAsync(async context =>
        {
            await foreach (var (snapshot, problem) in source.TakeAsync(cancellationToken))
            {
                last = snapshot ?? last;
                context.UpdateTarget(new Rows(View(last, problem)));
            }
        });
    }

    private IEnumerable<IRenderable> View(Snapshot? snapshot, string? problem)
    {
        var now = terminal.Clock.GetUtcNow();
        yield return new Text($"{Wording.Local(now, terminal.Clock)}   Ctrl+C ends", ListingCell.Quiet);
        if (problem is not null)
            yield return new Text(PlainText.Clean(problem), ListingCell.Bad);
        if (snapshot is null)
            yield break;
        yield return new Text(WatchText.Counts(snapshot.Counts));
        yield return Text.Empty;
        yield return snapshot.Troubled.Count == 0
            ? new Text("Nothing is down.", ListingCell.Good)
            : WebsiteTable.Of([.. snapshot.Troubled.Take(ShownTroubled)], now).Render();
        if (snapshot.Latest.Count == 0)
            yield break;
        yield return Text.Empty;
        yield return Changes(snapshot.Latest.Take(ShownChanges)).Render();
    }

    private Listing Changes(IEnumerable<Incident> latest)
    {
        var grid = new Listing(new ListingColumn("CHANGED AT"), new ListingColumn("TO"), new ListingColumn("WEBSITE") { Shrinks = true, Cuts = true }, new ListingColumn("WHAT") { Shrinks = true });
        foreach (var incident in latest)
        {
            if (incident.EndedAt is { } end)
                grid.Add(Wording.Local(end, terminal.Clock), new ListingCell("up", ListingCell.Good), incident.Url.Text, $"after {Wording.Length(end - incident.StartedAt)}");
            else
                grid.Add(Wording.Local(incident.StartedAt, terminal.Clock), new ListingCell("down", ListingCell.Bad), incident.Url.Text, incident.Problem.Sentence);
        }
        return grid;
    }
}
