using System.CommandLine;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Stops watching a website for good.</summary>
internal sealed class RemoveCommand : SquirrelCommand
{
    private readonly Argument<WebsiteReference?> website = Reading.Website();
    private readonly Option<OwnerId?> owner = Reading.Owner("Whose website, when several owners watch the same address. Else SQUIRREL_OWNER.");

    public RemoveCommand()
        : base(
            "remove",
            "Stop watching a website for good, and forget its history.",
            "squirrel remove https://shop.example",
            "squirrel remove shop.example --owner web-team")
    {
        Add(website);
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var reference = call.Get(website)!;
        var whose = call.NamedOwner(owner);
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var grain = await new WebsiteFinder(cluster, call.Terminal.Clock).FindAsync(reference, whose, cancellationToken);
        if (!await cluster.AskAsync(_ => grain.RemoveAsync(), cancellationToken))
            throw WebsiteFinder.NotWatched(reference, whose);
        if (call.WantsJson)
            call.AnswerJson(new RemovedShape(grain.GetPrimaryKey().ToString(), Removed: true));
        else
            call.Terminal.Say($"{reference} is not watched any more; its history is forgotten.");
        return ExitCode.Fine;
    }
}
