using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>Puts websites on a status page by a rule.</summary>
internal sealed class PageGroupAddCommand : SquirrelCommand
{
    private readonly Argument<StatusPageSlug?> page = PageArguments.Page();
    private readonly Argument<string> heading = new("HEADING") { Description = "What stands above them." };
    private readonly Option<string?> tag = new("--tag") { HelpName = "TAG", Description = "All websites with this tag, also those to come." };
    private readonly Option<OwnerId?> ofOwner = Reading.Option<OwnerId>("--of-owner", "ID", "All websites of this owner, also those to come. With --tag, those of both.", OwnerId.TryParse);

    public PageGroupAddCommand()
        : base(
            "add",
            "Put websites on a status page by a rule. They are shown by their own names.",
            "squirrel page group add shop Shops --tag shop",
            "squirrel page group add shop Everything --of-owner web-team")
    {
        Add(page);
        Add(heading);
        Add(tag);
        Add(ofOwner);
    }

    public override Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (slug, name) = (call.Get(page)!, call.Get(heading)!);
        if (call.Get(tag) is null && call.Get(ofOwner) is null)
            throw new CallerMistakeException("A group needs a rule: expected --tag TAG, --of-owner ID or both. 'squirrel page website add' puts single websites on a page.");
        return PageCall.ChangeAsync(
            call, slug, settings => PageEdits.PutRule(settings, name, call.Get(tag), call.Get(ofOwner)), $"The status page '{slug}' has the group '{name}'.", cancellationToken);
    }
}
