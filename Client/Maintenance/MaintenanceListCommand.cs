using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Maintenance;

/// <summary>Shows the maintenance windows of an owner.</summary>
internal sealed class MaintenanceListCommand : SquirrelCommand
{
    private readonly Option<OwnerId?> owner = Reading.Owner("Whose. Else SQUIRREL_OWNER, else 'default'.");

    public MaintenanceListCommand()
        : base("list", "The maintenance windows of an owner that are not over.", "squirrel maintenance list --owner web-team")
    {
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var whose = call.NamedOwner(owner) ?? OwnerId.Default;
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var all = await cluster.AskAsync(grains => grains.GetGrain<IMaintenanceGrain>(whose.GrainKey).ListAsync(), cancellationToken);
        if (call.WantsJson)
            call.AnswerJson<IReadOnlyList<MaintenanceShape>>([.. all.Select(MaintenanceShape.Of)]);
        else if (all.Count == 0)
            call.Terminal.Say($"No maintenance is planned for '{whose}'.");
        else
            Table(all).Write(call.Terminal);
        return ExitCode.Fine;
    }

    private static Listing Table(IReadOnlyList<PlannedMaintenance> all)
    {
        var grid = new Listing(new ListingColumn("ID"), new ListingColumn("FOR") { Shrinks = true }, new ListingColumn("WHEN") { Shrinks = true }, new ListingColumn("NEXT") { Shrinks = true });
        foreach (var planned in all)
            grid.Add(planned.Window.Id, MaintenanceText.For(planned.Window), MaintenanceText.When(planned), MaintenanceText.Holds(planned));
        return grid;
    }
}
