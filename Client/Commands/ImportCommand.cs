using System.CommandLine;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Client.Importing;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Watches every website of a list.</summary>
internal sealed class ImportCommand : SquirrelCommand
{
    private readonly Argument<string> file = new("FILE") { Description = "One address a line, with '#' comments; or CSV with a heading: url,name,owner,email,interval,tags. '-' is standard input." };
    private readonly Option<OwnerId?> owner = Reading.Owner("Who is told, for lines that name nobody. Else SQUIRREL_OWNER, else the first e-mail address, else 'default'.");
    private readonly Option<EmailAddress[]?> emails = Reading.Emails("Told about the lines that name no address; may be repeated.");
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Say what would happen, and change nothing." };

    public ImportCommand()
        : base(
            "import",
            "Watch every website of a list. A bad line is reported and left out; running it again changes nothing.",
            "squirrel import websites.txt --email me@shop.example",
            "squirrel import websites.csv --dry-run",
            "grep shop all.txt | squirrel import - --json")
    {
        Add(file);
        Add(owner);
        Add(emails);
        Add(dryRun);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var named = call.NamedOwner(owner);
        var content = await ListFile.ReadAsync(call.Get(file)!, call.Terminal, cancellationToken);
        if (content.IgnoredColumns.Count > 0)
            call.Terminal.Complain($"Columns left out, because they say nothing to us: {string.Join(", ", content.IgnoredColumns)}.");

        var given = call.Get(emails) ?? [];
        var registrations = content.Good.Select(line => Registration.Of(line.Emails.Count > 0 ? line : line with { Emails = given }, named)).ToList();
        await using var cluster = await call.ConnectAsync(cancellationToken);

        // The addresses first: a website that is down at its first look must have somebody to tell.
        var emailsExitCode = call.Get(dryRun) ? ExitCode.Fine : await new OwnersOfImport(cluster, call.Terminal).TellAsync(registrations, cancellationToken);
        var lines = await RegisterAsync(call, cluster, registrations, cancellationToken);
        var reportExitCode = Answer(call, new ImportReport([.. lines.Concat(content.Bad.Select(ImportedLine.Of)).OrderBy(line => line.Number)], call.Get(dryRun)));
        return Math.Max(reportExitCode, emailsExitCode);
    }

    private async Task<IReadOnlyList<ImportedLine>> RegisterAsync(
        Call call, ClusterConnection cluster, List<Registration> registrations, CancellationToken cancellationToken)
    {
        Func<Registration, CancellationToken, Task<ImportedLine>> registerOne = call.Get(dryRun)
            ? async (one, cancellation) => one.Became(one.Preview(await cluster.AskAsync(grains => Website(grains, one).GetStatusAsync(), cancellation)))
            : async (one, cancellation) => one.Became(
                await cluster.AskAsync(grains => Website(grains, one).RegisterAsync(one.Owner, one.Line.Url, one.Line.Changes), cancellation));
        var title = call.Get(dryRun) ? "Comparing" : "Registering";
        var importer = new Importer(registerOne, call.Terminal.Clock);
        return await ProgressBar.ShowAsync(call.Terminal, title, registrations.Count, oneDone => importer.RunAsync(registrations, oneDone, cancellationToken));
    }

    private static IWebsiteGrain Website(IGrainFactory grains, Registration registration) => grains.GetGrain<IWebsiteGrain>(registration.Id.Value);

    private int Answer(Call call, ImportReport report)
    {
        if (call.WantsJson)
            call.AnswerJson(report.ToShape());
        else if (call.Get(dryRun) && report.Preview() is { IsEmpty: false } preview)
            preview.Write(call.Terminal);
        foreach (var problem in report.Problems())
            call.Terminal.Complain(problem);
        if (!call.WantsJson)
            call.Terminal.Say(report.Summary());
        return report.ExitCode;
    }
}
