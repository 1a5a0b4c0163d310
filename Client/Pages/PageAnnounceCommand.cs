using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>Says something on a status page.</summary>
internal sealed class PageAnnounceCommand : SquirrelCommand
{
    private readonly Argument<StatusPageSlug?> page = PageArguments.Page();
    private readonly Argument<string> title = new("TITLE") { Description = "All that matters in one line." };
    private readonly Option<string?> kind = new("--kind") { HelpName = "KIND", Description = "notice, incident or maintenance; else notice." };
    private readonly Option<string?> text = new("--text") { HelpName = "TEXT", Description = "What there is to say; an empty line begins a paragraph." };
    private readonly Option<string?> from = new("--from") { HelpName = "MOMENT", Description = "When what it is about begins, such as '2026-12-24 22:00' by the clock of the page; else now." };
    private readonly Option<string?> to = new("--to") { HelpName = "MOMENT", Description = "When that is expected to end." };

    public PageAnnounceCommand()
        : base(
            "announce",
            "Say something to the visitors of a status page.",
            "squirrel page announce shop 'Payments are slow' --kind incident --text 'We are looking into it.'",
            "squirrel page announce shop 'New database' --kind maintenance --from '2026-12-24 22:00' --to '2026-12-25 02:00'")
    {
        Add(page);
        Add(title);
        Add(kind);
        Add(text);
        Add(from);
        Add(to);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var slug = call.Get(page)!;
        var what = Kind(call.Get(kind) ?? "notice");
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById((await PageCall.GetAsync(cluster, slug, cancellationToken)).Settings.Zone);
        var announcement = new NewAnnouncement
        {
            Id = Guid.NewGuid().ToString("N")[..8],
            Kind = what,
            Title = call.Get(title)!,
            Text = call.Get(text) ?? "",
            From = GivenMoment.Read("--from", call.Get(from), zone) ?? (what == AnnouncementKind.Maintenance ? call.Now : null),
            To = GivenMoment.Read("--to", call.Get(to), zone),
        };
        return await PageCall.AskAsync(
            call, slug, grain => grain.AnnounceAsync(announcement),
            $"Announced as {announcement.Id}. 'squirrel page update {slug} {announcement.Id} TEXT' says more, with --resolve that it is over.", cancellationToken);
    }

    private static AnnouncementKind Kind(string name) => name.Trim().ToLowerInvariant() switch
    {
        "notice" => AnnouncementKind.Notice,
        "incident" => AnnouncementKind.Incident,
        "maintenance" => AnnouncementKind.Maintenance,
        _ => throw new CallerMistakeException($"--kind: '{PlainText.Start(name)}' is not a kind of announcement: expected notice, incident or maintenance."),
    };
}
