using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>Takes a status page away.</summary>
internal sealed class PageRemoveCommand : SquirrelCommand
{
    private readonly Argument<StatusPageSlug?> page = PageArguments.Page();

    public PageRemoveCommand()
        : base("remove", "Take a status page away, with everything announced on it. Its websites are watched as before.", "squirrel page remove shop") => Add(page);

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var slug = call.Get(page)!;
        await using var cluster = await call.ConnectAsync(cancellationToken);
        if (!await cluster.AskAsync(grains => PageCall.Grain(grains, slug).RemoveAsync(), cancellationToken))
            throw PageCall.Missing(slug);
        if (call.WantsJson)
            call.AnswerJson(new RemovedShape(slug.Text, Removed: true));
        else
            call.Terminal.Say($"There is no status page '{slug}' any more.");
        return ExitCode.Fine;
    }
}
