using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>Takes an announcement off a status page.</summary>
internal sealed class PageWithdrawCommand : SquirrelCommand
{
    private readonly Argument<StatusPageSlug?> page = PageArguments.Page();
    private readonly Argument<string> announcement = PageArguments.Announcement();

    public PageWithdrawCommand()
        : base("withdraw", "Take an announcement off a status page, as if it had not been made.", "squirrel page withdraw shop 3f9a12bc")
    {
        Add(page);
        Add(announcement);
    }

    public override Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (slug, id) = (call.Get(page)!, call.Get(announcement)!);
        return PageCall.AskAsync(call, slug, grain => grain.RemoveAnnouncementAsync(id), $"{id} is not on the status page '{slug}' any more.", cancellationToken);
    }
}
