using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.History;
using UptimeSquirrel.Importing.Ours;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Planning;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Exporting;

/// <summary>Writes down everything that is set, for another installation or another program.</summary>
internal sealed class ExportCommand : SquirrelCommand
{
    private const int AtOnce = 16;

    private readonly Option<OwnerId?> owner = Reading.Owner("Only this owner's. Else SQUIRREL_OWNER, else everyone's.");
    private readonly Option<bool> csv = new("--csv") { Description = "CSV with a heading, a line for each website, instead of JSON." };
    private readonly Option<bool> yaml = new("--yaml") { Description = "A file for 'squirrel apply' instead of JSON; secrets are variables of the environment in it." };

    public ExportCommand()
        : base(
            "export",
            "Write down all websites and how they are watched, without secrets. 'squirrel import' reads JSON and CSV, 'squirrel apply' YAML.",
            "squirrel export > websites.json",
            "squirrel export --csv --owner web-team > websites.csv",
            "squirrel export --yaml > sites.yaml")
    {
        Add(owner);
        Add(csv);
        Add(yaml);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        if (new[] { call.Get(csv), call.Get(yaml), call.WantsJson }.Count(isWanted => isWanted) > 1)
            throw new CallerMistakeException("--csv, --yaml and --json exclude each other.");
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var named = call.NamedOwner(owner);
        var websites = await Everything.FindAsync(cluster, new CatalogQuery { Owner = named }, int.MaxValue, cancellationToken);
        var ids = websites.Select(website => website.Owner).Concat(call.Get(yaml) ? await Everything.OwnersAsync(cluster, named, cancellationToken) : []).Distinct();
        var owners = new List<(OwnerStatus Status, IReadOnlyList<PlannedMaintenance> Windows)>();
        foreach (var some in ids.OrderBy(id => id.Text, StringComparer.Ordinal).Chunk(AtOnce))
            owners.AddRange(await Task.WhenAll(some.Select(id => ReadAsync(cluster, id, cancellationToken))));

        if (call.Get(yaml))
            call.Terminal.Out.Write(await YamlExport.TextAsync(cluster, websites, owners, cancellationToken));
        else if (call.Get(csv))
            foreach (var line in CsvExport.Lines(Shape(call, websites, owners)))
                call.Terminal.Out.WriteLine(line);
        else
            call.AnswerJson(Shape(call, websites, owners));
        return ExitCode.Fine;
    }

    private static ExportShape Shape(Call call, List<WebsiteStatus> websites, List<(OwnerStatus Status, IReadOnlyList<PlannedMaintenance> Windows)> owners) => new(
        OurList.Format, OurList.Version, call.Now, [.. websites.Select(ExportedWebsiteShape.Of)], [.. owners.Select(owner => ExportedOwnerShape.Of(owner.Status, owner.Windows))]);

    private static async Task<(OwnerStatus Status, IReadOnlyList<PlannedMaintenance> Windows)> ReadAsync(ClusterConnection cluster, OwnerId id, CancellationToken cancellationToken) => (
        await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).GetStatusAsync(), cancellationToken),
        await cluster.AskAsync(grains => grains.GetGrain<IMaintenanceGrain>(id.GrainKey).ListAsync(), cancellationToken));
}
