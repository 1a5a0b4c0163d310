using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Client.Importing.Ours;
using UptimeSquirrel.Client.Maintenance;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.History;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Exporting;

/// <summary>Writes down everything that is set, for another installation or another program.</summary>
internal sealed class ExportCommand : SquirrelCommand
{
    private const int AtOnce = 16;

    private readonly Option<OwnerId?> owner = Reading.Owner("Only this owner's. Else SQUIRREL_OWNER, else everyone's.");
    private readonly Option<bool> csv = new("--csv") { Description = "CSV with a heading, a line for each website, instead of JSON." };

    public ExportCommand()
        : base(
            "export",
            "Write down all websites and how they are watched, without secrets. 'squirrel import' reads both forms.",
            "squirrel export > websites.json",
            "squirrel export --csv --owner web-team > websites.csv")
    {
        Add(owner);
        Add(csv);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.Get(csv) && call.WantsJson)
            throw new CallerMistakeException("--csv and --json exclude each other.");
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var websites = await ListCommand.ReadAsync(cluster, new CatalogQuery { Owner = call.NamedOwner(owner) }, int.MaxValue, cancellationToken);
        var owners = new List<ExportedOwnerShape>();
        foreach (var some in websites.Select(website => website.Owner).Distinct().OrderBy(id => id.Text, StringComparer.Ordinal).Chunk(AtOnce))
            owners.AddRange(await Task.WhenAll(some.Select(id => ReadAsync(cluster, id, cancellationToken))));

        var export = new ExportShape(OurList.Format, OurList.Version, call.Now, [.. websites.Select(ExportedWebsiteShape.Of)], owners);
        if (!call.Get(csv))
            call.AnswerJson(export);
        else
            foreach (var line in CsvExport.Lines(export))
                call.Terminal.Out.WriteLine(line);
        return ExitCode.Fine;
    }

    private static async Task<ExportedOwnerShape> ReadAsync(ClusterConnection cluster, OwnerId id, CancellationToken cancellationToken)
    {
        var status = await cluster.AskAsync(grains => grains.GetGrain<IOwnerNotificationGrain>(id.GrainKey).GetStatusAsync(), cancellationToken);
        var windows = await cluster.AskAsync(grains => grains.GetGrain<IMaintenanceGrain>(id.GrainKey).ListAsync(), cancellationToken);
        return new ExportedOwnerShape(
            id.Text,
            [.. status.Emails.Select(email => email.Text)],
            [.. status.Channels.Select(ChannelShape.Of)],
            status.Quiet is { } quiet ? QuietHoursShape.Of(quiet) : null,
            status.Report is { } report ? ReportShape.Of(report) : null,
            [.. windows.Select(MaintenanceShape.Of)]);
    }
}
