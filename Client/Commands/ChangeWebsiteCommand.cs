using System.CommandLine;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>What pausing and resuming share: they find a website, change its standing and say so.</summary>
internal abstract class ChangeWebsiteCommand : SquirrelCommand
{
    private readonly Argument<WebsiteReference?> website = Reading.Website();
    private readonly Option<OwnerId?> owner = Reading.Owner("Whose website, when several owners watch the same address. Else SQUIRREL_OWNER.");

    protected ChangeWebsiteCommand(string name, string description)
        : base(name, description, $"squirrel {name} https://shop.example", $"squirrel {name} shop.example --owner web-team")
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
        var status = await cluster.AskAsync(_ => ChangeAsync(grain), cancellationToken) ?? throw WebsiteFinder.NotWatched(reference, whose);
        if (call.WantsJson)
            call.AnswerJson(WebsiteShape.Of(status));
        else
            call.Terminal.Say(Describe(status));
        return ExitCode.Fine;
    }

    protected abstract Task<WebsiteStatus?> ChangeAsync(IWebsiteGrain website);

    protected abstract string Describe(WebsiteStatus status);
}
