using System.CommandLine;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Planning;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Which websites are watched, and what they are.</summary>
internal sealed class ListCommand : SquirrelCommand
{
    private readonly Option<OwnerId?> owner = Reading.Owner("Only this owner's. Else SQUIRREL_OWNER, else everyone's.");
    private readonly Option<Standing?> standing = Reading.ValueOption<Standing>("--standing", "down", "Only those that are pending, up, suspect, down or paused.", Reading.TryReadStanding);
    private readonly Option<string?> tag = new("--tag") { HelpName = "TAG", Description = "Only those with this tag." };
    private readonly Option<string?> search = new("--search") { HelpName = "TEXT", Description = "Only those with this text in their name or address." };
    private readonly Option<int?> limit = Reading.ValueOption<int>("--limit", "N", "At most so many; else all.", Reading.TryReadCount);

    public ListCommand()
        : base(
            "list",
            "The websites that are watched, in the order of their addresses.",
            "squirrel list",
            "squirrel list --standing down --owner web-team",
            "squirrel list --tag live --search shop --json")
    {
        Add(owner);
        Add(standing);
        Add(tag);
        Add(search);
        Add(limit);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var query = new CatalogQuery { Owner = call.NamedOwner(owner), Standing = call.Get(standing), Tag = call.Get(tag), Search = call.Get(search) };
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var websites = await Everything.FindAsync(cluster, query, call.Get(limit) ?? int.MaxValue, cancellationToken);
        if (call.WantsJson)
            call.AnswerJson<IReadOnlyList<WebsiteShape>>([.. websites.Select(WebsiteShape.Of)]);
        else
            Show(call, websites, isFiltered: query != new CatalogQuery());
        return ExitCode.Fine;
    }

    private static void Show(Call call, List<WebsiteStatus> websites, bool isFiltered)
    {
        if (websites.Count == 0)
        {
            call.Terminal.Say(isFiltered ? "No website matches." : "No website is watched yet: 'squirrel add https://shop.example' begins.");
            return;
        }
        WebsiteTable.Of(websites, call.Now).Write(call.Terminal);
        call.Terminal.Say();
        call.Terminal.Say(WebsiteTable.Summary(websites));
    }
}
