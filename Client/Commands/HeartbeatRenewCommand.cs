using System.CommandLine;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Gives a job a new address to call, when somebody has come to know the old one.</summary>
internal sealed class HeartbeatRenewCommand : SquirrelCommand
{
    private readonly Argument<WebsiteReference?> website = Reading.Website();
    private readonly Option<OwnerId?> owner = Reading.Owner("Whose heartbeat, when several owners have one of this name. Else SQUIRREL_OWNER.");

    public HeartbeatRenewCommand()
        : base("renew", "Give a job a new address to call. The old one is refused from now on.", "squirrel heartbeat renew heartbeat://nightly-backup")
    {
        Add(website);
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var reference = call.Get(website)!;
        var whose = call.NamedOwner(owner);
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var grain = await new WebsiteFinder(cluster, call.Terminal.Clock).FindAsync(reference, whose, cancellationToken);
        var status = await cluster.AskAsync(_ => grain.GetStatusAsync(), cancellationToken) ?? throw WebsiteFinder.NotWatched(reference, whose);
        var callsTo = await cluster.AskAsync(grains => grains.GetGrain<IHeartbeatGrain>(status.Id.Value).RenewAsync(), cancellationToken)
            ?? throw new CallerMistakeException($"{status.Url} is no heartbeat: only jobs, such as heartbeat://nightly-backup, have an address to call.");
        if (call.WantsJson)
        {
            call.AnswerJson(WebsiteShape.Of(status) with { CallsTo = callsTo });
            return ExitCode.Fine;
        }

        call.Terminal.Say($"The old address of {status.Url} is refused from now on.");
        HeartbeatCalls.Tell(call.Terminal, callsTo);
        return ExitCode.Fine;
    }
}
