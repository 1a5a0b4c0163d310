using System.CommandLine;
using System.Globalization;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>One status page, with its websites and announcements.</summary>
internal sealed class PageShowCommand : SquirrelCommand
{
    private readonly Argument<StatusPageSlug?> page = PageArguments.Page();

    public PageShowCommand()
        : base("show", "What a status page is made of.", "squirrel page show shop") => Add(page);

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var slug = call.Get(page)!;
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var found = await PageCall.GetAsync(cluster, slug, cancellationToken);
        if (call.WantsJson)
        {
            call.AnswerJson(PageShape.Of(found));
            return ExitCode.Fine;
        }

        Describe(call.Terminal, found);
        var view = await cluster.AskAsync(grains => grains.GetGrain<IStatusPageViewGrain>(0).ViewAsync(slug), cancellationToken);
        foreach (var (group, seen) in found.Settings.Groups.Zip(view?.Groups ?? []))
            Describe(call.Terminal, group, seen, slug);
        foreach (var announcement in found.Announcements)
            call.Terminal.Say($"{announcement.Kind.ToString().ToLowerInvariant()} {announcement.Id}: {announcement.Title}{(announcement.ResolvedAt is null ? "" : " (resolved)")}");
        return ExitCode.Fine;
    }

    private static void Describe(Terminal terminal, StatusPage page)
    {
        var settings = page.Settings;
        terminal.Say($"{settings.Title}, at /status/{page.Slug}{(settings.Domain is null ? "" : $" and https://{settings.Domain}/")}");
        terminal.Say($"{settings.Language}, times in {settings.Zone}{(settings.Owner is null ? "" : $", of the owner '{settings.Owner}'")}{(page.PasswordMark is null ? "" : ", with a password")}");
    }

    private static void Describe(Terminal terminal, PageGroup group, GroupView seen, StatusPageSlug slug)
    {
        var rule = (group.Tag, group.OfOwner) switch
        {
            (null, null) => "",
            ({ } tag, null) => $", all with the tag '{tag}'",
            (null, { } owner) => $", all of the owner '{owner}'",
            ({ } tag, { } owner) => $", all of the owner '{owner}' with the tag '{tag}'",
        };
        terminal.Say();
        terminal.Say($"{(group.Name.Length == 0 ? "(without a heading)" : group.Name)}{rule}: {Count(seen.Websites.Count)}");
        foreach (var website in seen.Websites)
            terminal.Say($"  {website.Name} ({Wording.Of(website.Standing)}), badge /badge/{slug}.{website.Key}/status.svg");
    }

    private static string Count(int websites) => websites == 1 ? "1 website" : string.Create(CultureInfo.InvariantCulture, $"{websites} websites");
}
