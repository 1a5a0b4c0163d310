using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>Takes a group off a status page.</summary>
internal sealed class PageGroupRemoveCommand : SquirrelCommand
{
    private readonly Argument<StatusPageSlug?> page = PageArguments.Page();
    private readonly Argument<string> heading = new("HEADING") { Description = "What stands above it; '' for the one without a heading." };

    public PageGroupRemoveCommand()
        : base("remove", "Take a group off a status page, with the websites in it.", "squirrel page group remove shop Shops")
    {
        Add(page);
        Add(heading);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (slug, name) = (call.Get(page)!, call.Get(heading)!);
        await using var cluster = await call.ConnectAsync(cancellationToken);
        if (!(await PageCall.GetAsync(cluster, slug, cancellationToken)).Settings.Groups.Any(group => PageEdits.IsCalled(group, name)))
            throw new CallerMistakeException($"The status page '{slug}' has no group '{PlainText.Start(name)}': 'squirrel page show {slug}' shows those it has.");
        return await PageCall.ChangeAsync(call, cluster, slug, settings => PageEdits.TakeGroup(settings, name), $"The status page '{slug}' has no group '{name}' any more.", cancellationToken);
    }
}
