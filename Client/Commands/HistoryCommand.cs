using System.CommandLine;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>What happened to one website.</summary>
internal sealed class HistoryCommand : SquirrelCommand
{
    private const int ShownChecks = 20;

    private readonly Argument<WebsiteReference?> website = Reading.Website();
    private readonly Option<OwnerId?> owner = Reading.Owner("Whose website, when several owners watch the same address. Else SQUIRREL_OWNER.");
    private readonly Option<TimeSpan?> since = Reading.ValueOption<TimeSpan>("--since", "24h", "How far to look back: 90m, 24h, 7d; else 24h.", Duration.TryParse);
    private readonly Option<int?> limit = Reading.ValueOption<int>("--limit", "N", $"At most so many checks; else all with --json, the latest {ShownChecks} without.", Reading.TryReadCount);

    public HistoryCommand()
        : base(
            "history",
            "The incidents and checks of a website, newest first.",
            "squirrel history https://shop.example",
            "squirrel history shop.example --since 7d --limit 100",
            "squirrel history shop.example --since 30d --json")
    {
        Add(website);
        Add(owner);
        Add(since);
        Add(limit);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var reference = call.Get(website)!;
        var whose = call.NamedOwner(owner);
        var from = call.Now - (call.Get(since) ?? TimeSpan.FromDays(1));
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var grain = await new WebsiteFinder(cluster, call.Terminal.Clock).FindAsync(reference, whose, cancellationToken);
        var status = await cluster.AskAsync(_ => grain.GetStatusAsync(), cancellationToken) ?? throw WebsiteFinder.NotWatched(reference, whose);
        var history = await WholeHistory.ReadAsync(
            new HistoryQuery { Website = status.Id, Since = from, Limit = HistoryQuery.MaximumLimit },
            query => cluster.AskAsync(grains => grains.GetGrain<IHistoryGrain>(0).GetHistoryAsync(query), cancellationToken));

        var shown = call.Get(limit) ?? (call.WantsJson ? int.MaxValue : ShownChecks);
        if (call.WantsJson)
            call.AnswerJson(HistoryShape.Of(status, from, history with { Checks = [.. history.Checks.Take(shown)] }));
        else
            HistoryText.Write(call.Terminal, status, from, history, shown);
        return ExitCode.Fine;
    }
}
