using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>Says more under an announcement.</summary>
internal sealed class PageUpdateCommand : SquirrelCommand
{
    private readonly Argument<StatusPageSlug?> page = PageArguments.Page();
    private readonly Argument<string> announcement = PageArguments.Announcement();
    private readonly Argument<string?> text = new("TEXT") { Description = "What there is to add; may be left out with --resolve.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> resolve = new("--resolve") { Description = "What it is about is over." };

    public PageUpdateCommand()
        : base("update", "Say more under an announcement, or that what it is about is over.", "squirrel page update shop 3f9a12bc 'It was the database. Payments work again.' --resolve")
    {
        Add(page);
        Add(announcement);
        Add(text);
        Add(resolve);
    }

    public override Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var (slug, id) = (call.Get(page)!, call.Get(announcement)!);
        return PageCall.AskAsync(
            call, slug, grain => grain.UpdateAsync(id, call.Get(text) ?? "", call.Get(resolve)), call.Get(resolve) ? $"{id} is resolved." : $"Added to {id}.", cancellationToken);
    }
}
