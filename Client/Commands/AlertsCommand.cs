using System.CommandLine;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>The log of deliveries.</summary>
internal sealed class AlertsCommand : SquirrelCommand
{
    private const int UsualLimit = 20;

    private readonly Argument<string?> about = new("URL|OWNER")
    {
        Description = "Only what was told about this website, or to this owner. What has a dot or a slash in it is a website; --owner says otherwise.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<OwnerId?> owner = Reading.Owner("Only what this owner was told.");
    private readonly Option<int?> limit = Reading.ValueOption<int>("--limit", "N", $"At most so many; else {UsualLimit}.", Reading.TryReadCount);

    public AlertsCommand()
        : base(
            "alerts",
            "What was told to whom, over which channel, and what came of it, newest first.",
            "squirrel alerts",
            "squirrel alerts https://shop.example",
            "squirrel alerts web-team --limit 100")
    {
        Add(about);
        Add(owner);
        Add(limit);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var query = Read(call.Get(about), call.Get(owner), out var website) with { Limit = call.Get(limit) ?? UsualLimit };
        await using var cluster = await call.ConnectAsync(cancellationToken);
        if (website is not null)
            query = query with { Website = await IdOfAsync(cluster, website, query.Owner, call, cancellationToken) };
        var deliveries = await cluster.AskAsync(grains => grains.GetGrain<IHistoryGrain>(0).FindDeliveriesAsync(query), cancellationToken);
        if (call.WantsJson)
            call.AnswerJson<IReadOnlyList<DeliveryShape>>([.. deliveries.Select(DeliveryShape.Of)]);
        else if (deliveries.Count == 0)
            call.Terminal.Say("Nothing was told yet.");
        else
            DeliveryTable.Of(deliveries, call.Terminal.Clock).Write(call.Terminal);
        return ExitCode.Fine;
    }

    private static DeliveryQuery Read(string? text, OwnerId? named, out WebsiteReference? website)
    {
        website = null;
        if (text is null)
            return new DeliveryQuery { Owner = named };
        if (IsOwner(text))
            return OwnerId.TryParse(text, out var owner, out var problem) ? new DeliveryQuery { Owner = owner } : throw new CallerMistakeException(problem);
        if (!WebsiteReference.TryParse(text, out website, out var mistake))
            throw new CallerMistakeException(mistake);
        return new DeliveryQuery { Owner = named };
    }

    private static bool IsOwner(string text) =>
        text.Contains('@', StringComparison.Ordinal) || (text.IndexOfAny(['.', '/', ':']) < 0 && !Guid.TryParse(text, out _));

    private static async Task<Websites.WebsiteId> IdOfAsync(
        ClusterConnection cluster, WebsiteReference website, OwnerId? owner, Call call, CancellationToken cancellationToken)
    {
        var grain = await new WebsiteFinder(cluster, call.Terminal.Clock).FindAsync(website, owner, cancellationToken);
        return new Websites.WebsiteId(grain.GetPrimaryKey());
    }
}
