using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Maintenance;

/// <summary>Takes a maintenance window away.</summary>
internal sealed class MaintenanceRemoveCommand : SquirrelCommand
{
    private readonly Argument<string> id = new("ID") { Description = "Its id, as 'squirrel maintenance list' shows it." };
    private readonly Option<OwnerId?> owner = Reading.Owner("Whose. Else SQUIRREL_OWNER, else 'default'.");

    public MaintenanceRemoveCommand()
        : base("remove", "End a maintenance window now and for good.", "squirrel maintenance remove 3f2a9c01 --owner web-team")
    {
        Add(id);
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (whose, which) = (call.NamedOwner(owner) ?? OwnerId.Default, call.Get(id)!);
        await using var cluster = await call.ConnectAsync(cancellationToken);
        if (!await cluster.AskAsync(grains => grains.GetGrain<IMaintenanceGrain>(whose.GrainKey).RemoveAsync(which), cancellationToken))
            throw new CallerMistakeException($"The owner '{whose}' has no maintenance '{PlainText.Start(which)}': 'squirrel maintenance list --owner {whose}' shows the ids.");
        if (call.WantsJson)
            call.AnswerJson(new RemovedShape(which, Removed: true));
        else
            call.Terminal.Say($"Maintenance {which} of '{whose}' is over for good.");
        return ExitCode.Fine;
    }
}
