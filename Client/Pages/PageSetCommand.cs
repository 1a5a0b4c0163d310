using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>Changes what is said about a status page.</summary>
internal sealed class PageSetCommand : SquirrelCommand
{
    private readonly Argument<StatusPageSlug?> page = PageArguments.Page();
    private readonly PageOptions options = new();

    public PageSetCommand()
        : base("set", "Change a status page. What is not given stays.", "squirrel page set shop --show latency --hide badges", "squirrel page set shop --domain status.shop.example")
    {
        Add(page);
        options.AddTo(this);
    }

    public override Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var slug = call.Get(page)!;
        return PageCall.ChangeAsync(call, slug, settings => options.Apply(call, settings), $"The status page '{slug}' is changed; visitors see it within 10 seconds.", cancellationToken);
    }
}
