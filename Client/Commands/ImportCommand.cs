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
    private readonly Argument<string> file = new("FILE") { Description = "A list of addresses, CSV with a heading, a sitemap, or what another monitor saved; what it holds says which. '-' is standard input." };
    private readonly Option<OwnerId?> owner = Reading.Owner("Who is told, for lines that name nobody. Else SQUIRREL_OWNER, else the first e-mail address, else 'default'.");
    private readonly Option<EmailAddress[]?> emails = Reading.Emails("Told about the lines that name no address; may be repeated.");
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Say what would happen, and change nothing." };
    private readonly ImportOptions options = new();

    public ImportCommand()
        : base(
            "import",
            "Watch every website of a list, be it one of Uptime Kuma, UptimeRobot, Gatus, Prometheus, Better Stack, Checkmate, upptime or statping. " +
            "A bad line is reported and left out; running it again changes nothing.",
            "squirrel import websites.txt --email me@shop.example",
            "squirrel import kuma.db --dry-run",
            "squirrel import gatus.yaml --email me@shop.example --with-secrets",
            "grep shop all.txt | squirrel import - --json")
    {
        Add(file);
        Add(owner);
        Add(emails);
        Add(dryRun);
        options.AddTo(this);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var named = call.NamedOwner(owner);
        var choices = await options.ReadAsync(call, cancellationToken);
        var content = await ListFile.ReadAsync(call.Get(file)!, call.Terminal, cancellationToken, choices);
        var given = call.Get(emails) ?? [];
        var registrations = content.Good.Select(line => Registration.Of(line.Emails.Count > 0 ? line : line with { Emails = given }, named)).ToList();
        await using var cluster = await call.ConnectAsync(cancellationToken);

        // The addresses first: a website that is down at its first look must have somebody to tell.
        var emailsExitCode = call.Get(dryRun) ? ExitCode.Fine : await new OwnersOfImport(cluster, call.Terminal).TellAsync(registrations, cancellationToken);
        var lines = await RegisterAsync(call, cluster, registrations, cancellationToken);
        var all = lines.Concat(content.Bad.Select(ImportedLine.Of)).Concat(content.Skipped.Select(ImportedLine.Of)).OrderBy(line => line.Number);
        var reportExitCode = Answer(call, content, new ImportReport([.. all], call.Get(dryRun), content));
        return Math.Max(reportExitCode, emailsExitCode);
    }

    private async Task<IReadOnlyList<ImportedLine>> RegisterAsync(
        Call call, ClusterConnection cluster, List<Registration> registrations, CancellationToken cancellationToken)
    {
        var registrar = new Registrar(
            (one, cancellation) => cluster.AskAsync(grains => Website(grains, one).GetStatusAsync(), cancellation),
            (one, cancellation) => cluster.AskAsync(grains => Website(grains, one).RegisterAsync(one.Owner, one.Line.Url, one.Line.Changes), cancellation),
            (one, cancellation) => cluster.AskAsync(grains => Website(grains, one).PauseAsync(), cancellation));
        var (title, act) = call.Get(dryRun)
            ? ("Comparing", (Func<Registration, CancellationToken, Task<ImportedLine>>)registrar.PreviewAsync)
            : ("Registering", registrar.RegisterAsync);
        var importer = new Importer(act, exception => (exception as ClusterUnreachableException)?.Message, call.Terminal.Clock);
        return await ProgressBar.ShowAsync(call.Terminal, title, registrations.Count, oneDone => importer.RunAsync(registrations, oneDone, cancellationToken));
    }

    private static IWebsiteGrain Website(IGrainFactory grains, Registration registration) => grains.GetGrain<IWebsiteGrain>(registration.Id.Value);

    private static int Answer(Call call, ListContent content, ImportReport report)
    {
        if (call.WantsJson)
        {
            call.AnswerJson(report.ToShape());
            foreach (var problem in report.Problems())
                call.Terminal.Complain(problem);
            return report.ExitCode;
        }

        var table = report.Table();
        if (table.Rows() is { IsEmpty: false } rows)
        {
            rows.Write(call.Terminal);
            call.Terminal.Say();
        }
        foreach (var line in table.Below().Concat(content.Remarks))
            call.Terminal.Say(line);
        foreach (var problem in report.Problems())
            call.Terminal.Complain(problem);
        call.Terminal.Say(report.Summary());
        return report.ExitCode;
    }
}
