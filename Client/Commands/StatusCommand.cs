using System.CommandLine;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>What one website is now.</summary>
internal sealed class StatusCommand : SquirrelCommand
{
    // The standing comes from memory and is what was asked for; it does not wait for a busy database.
    private static readonly TimeSpan PatienceForUptime = TimeSpan.FromSeconds(3);

    private readonly Argument<WebsiteReference?> website = Reading.Website();
    private readonly Option<OwnerId?> owner = Reading.Owner("Whose website, when several owners watch the same address. Else SQUIRREL_OWNER.");

    private readonly Option<bool> verbose = new("--verbose") { Description = "Also have the silo look once more, and tell every step of that; of a heartbeat, tell where the job has to call." };

    public StatusCommand()
        : base(
            "status",
            "What a website is now. Exits with 1 when it is down.",
            "squirrel status https://shop.example",
            "squirrel status shop.example --verbose",
            "squirrel status shop.example --owner web-team --json")
    {
        Add(website);
        Add(owner);
        Add(verbose);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var reference = call.Get(website)!;
        var whose = call.NamedOwner(owner);
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var grain = await new WebsiteFinder(cluster, call.Terminal.Clock).FindAsync(reference, whose, cancellationToken);
        var uptime = UptimeAsync(cluster, new WebsiteId(grain.GetPrimaryKey()), call, cancellationToken);
        var status = await cluster.AskAsync(_ => grain.GetStatusAsync(), cancellationToken) ?? throw WebsiteFinder.NotWatched(reference, whose);

        var callsTo = call.Get(verbose) ? await HeartbeatCalls.AddressAsync(cluster, status, cancellationToken) : null;
        var trace = call.Get(verbose) && status.Heartbeat is null ? await cluster.AskAsync(_ => grain.TraceAsync(), cancellationToken) : null;

        if (call.WantsJson)
            call.AnswerJson(WebsiteWithUptimeShape.Of(status, await uptime, trace) with { CallsTo = callsTo });
        else
            StatusText.Of(status, await uptime, call.Terminal.Clock, await OpenAsync(cluster, status, cancellationToken)).Write(call.Terminal);
        if (!call.WantsJson && callsTo is not null)
        {
            call.Terminal.Say();
            HeartbeatCalls.Tell(call.Terminal, callsTo);
        }
        else if (!call.WantsJson && call.Get(verbose))
            Tell(call, status, trace);
        return status.Standing == Standing.Down ? ExitCode.Down : ExitCode.Fine;
    }

    private static async Task<OpenIncident?> OpenAsync(ClusterConnection cluster, WebsiteStatus status, CancellationToken cancellationToken) => status.Standing == Standing.Down
        ? await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(status.Owner.GrainKey).GetIncidentAsync(status.Id, null), cancellationToken)
        : null;

    private static void Tell(Call call, WebsiteStatus status, WebsiteTrace? trace)
    {
        call.Terminal.Say();
        if (trace is null)
        {
            call.Terminal.Say("It is paused, so nobody looked at it: 'squirrel resume' changes that.");
            return;
        }

        call.Terminal.Say($"A look made just for you, by the silo {trace.Silo} at {Wording.Local(trace.Result.At, call.Terminal.Clock)}; it is not recorded:");
        call.Terminal.Say(TraceText.Headline(status.Url.Text, trace.Result, trace.Verdict));
        call.Terminal.Say();
        foreach (var line in TraceText.Lines(trace.Result, trace.Rule))
            call.Terminal.Say(line);
    }

    private static async Task<UptimeShares> UptimeAsync(ClusterConnection cluster, WebsiteId website, Call call, CancellationToken cancellationToken)
    {
        try
        {
            var shares = cluster.AskAsync(grains => grains.GetGrain<IHistoryGrain>(0).GetUptimeAsync(website), cancellationToken);
            return await shares.WaitAsync(PatienceForUptime, call.Terminal.Clock, cancellationToken);
        }
        catch (Exception exception) when (exception is ClusterUnreachableException or TimeoutException)
        {
            return new UptimeShares(null, null, null);
        }
    }
}
