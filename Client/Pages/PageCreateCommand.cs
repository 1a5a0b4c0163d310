using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>Makes a status page.</summary>
internal sealed class PageCreateCommand : SquirrelCommand
{
    private readonly Argument<StatusPageSlug?> page = PageArguments.Page();
    private readonly PageOptions options = new();

    public PageCreateCommand()
        : base(
            "create",
            "Make a public status page. It shows nothing until websites are put on it.",
            "squirrel page create shop --title 'Shop status'",
            "squirrel page create shop --title 'Unser Laden' --language de --zone Europe/Berlin --domain status.shop.example --owner web-team")
    {
        Add(page);
        options.AddTo(this);
    }

    public override Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var slug = call.Get(page)!;
        var settings = options.Apply(call, new StatusPageSettings { Title = slug.Text });
        return PageCall.AskAsync(
            call, slug, grain => grain.CreateAsync(settings), $"The status page '{slug}' is at /status/{slug}. 'squirrel page website add {slug} URL' puts a website on it.", cancellationToken);
    }
}
