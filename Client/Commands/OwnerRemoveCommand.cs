using System.CommandLine;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Takes an owner away who has no websites any more.</summary>
internal sealed class OwnerRemoveCommand : SquirrelCommand
{
    private readonly Argument<OwnerId?> owner = Reading.Argument<OwnerId>("ID", "The owner.", OwnerId.TryParse);
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Do it without asking." };

    public OwnerRemoveCommand()
        : base(
            "remove",
            "Take an owner away: addresses, channels, defaults and maintenance windows. Not while websites, status pages, keys or users belong to them.",
            "squirrel owner remove web-team",
            "squirrel owner remove web-team --yes")
    {
        Add(owner);
        Add(yes);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(owner)!;
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var before = await cluster.AskAsync(grains => Grain(grains, id).GetStatusAsync(), cancellationToken);
        if (!call.Get(yes) && !Agreement.Ask(call, Question(before)))
            return ExitCode.Pending;
        var removal = await cluster.AskAsync(grains => Grain(grains, id).RemoveAsync(before.Mark), cancellationToken);
        if (FindProblem(removal, id) is { } problem)
            throw new CallerMistakeException(problem);
        if (call.WantsJson)
            call.AnswerJson(new RemovedShape(id.Text, Removed: true));
        else
            call.Terminal.Say($"There is no owner '{id}' any more.{GivenUp(removal.GivenUp)}");
        return ExitCode.Fine;
    }

    private static string Question(OwnerStatus owner) => owner.WaitingAlerts == 0
        ? $"Remove '{owner.Id}'?"
        : $"Remove '{owner.Id}'? {Wording.Count(owner.WaitingAlerts, "alert")} still {(owner.WaitingAlerts == 1 ? "waits" : "wait")} to be told, and nobody will be.";

    private static string? FindProblem(OwnerRemoval removal, OwnerId owner) => removal.Outcome switch
    {
        OwnerRemovalOutcome.Removed => null,
        OwnerRemovalOutcome.Bound => removal.Bonds!.Explain(owner),
        OwnerRemovalOutcome.Outdated => $"Somebody has changed '{owner}' in this moment: look at 'squirrel owner show {owner}', and try again.",
        _ => $"Nothing is known of an owner '{owner}': expected one who has addresses, channels, defaults or maintenance windows.",
    };

    private static string GivenUp(int alerts) => alerts == 0
        ? ""
        : $" {Wording.Count(alerts, "alert")} that waited {(alerts == 1 ? "was" : "were")} given up: 'squirrel alerts' shows them.";

    private static IOwnerNotificationGrain Grain(IGrainFactory grains, OwnerId owner) => grains.GetGrain<IOwnerNotificationGrain>(owner.GrainKey);
}
