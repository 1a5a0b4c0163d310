using System.CommandLine;
using UptimeSquirrel.Client.Commands.Looks;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Watches a website from now on.</summary>
internal sealed class AddCommand : SquirrelCommand
{
    private readonly Argument<WebsiteUrl?> url = Reading.Argument<WebsiteUrl>("URL", "The address; a bare host name means https.", WebsiteUrl.TryParse);
    private readonly Option<OwnerId?> owner = Reading.Owner("Who is told. Else SQUIRREL_OWNER, else the first --email, else 'default'.");
    private readonly Option<EmailAddress[]?> emails = Reading.Emails("Told when it goes down or comes back; may be repeated.");
    private readonly Option<string?> name = new("--name") { HelpName = "TEXT", Description = "What to call it; else its host name and path." };
    private readonly WatchOptions how = new();
    private readonly Option<TimeSpan?> grace = Reading.ValueOption<TimeSpan>("--grace", "1h", "How late a job (heartbeat://) may be before it is missed.", Duration.TryParse);
    private readonly WarningOptions warnings = new();
    private readonly Option<WebsiteUrl?> parent = Reading.Option<WebsiteUrl>("--parent", "URL", "The website of the same owner without which this one cannot work: while that is down, nobody is told of this one.", WebsiteUrl.TryParse);
    private readonly Option<bool> noParent = new("--no-parent") { Description = "It depends on no other website any more." };

    public AddCommand()
        : base(
            "add",
            "Watch a website from now on, or change how it is watched. Looks at it once, at once.",
            "squirrel add https://shop.example --email me@shop.example",
            "squirrel add shop.example --name Shop --every 1m --tag live --owner web-team",
            "squirrel add https://shop.example/cart --keyword 'Add to cart' --recheck 5s,15s",
            "squirrel add https://api.example/health --accept 200 --timeout 5s --bearer @token.txt --json-value status=ok",
            "squirrel add https://shop.example --unset keyword",
            "squirrel add tls://mail.example:465?days=14",
            "squirrel add heartbeat://nightly-backup --every 1d --grace 1h")
    {
        Add(url);
        Add(owner);
        Add(emails);
        Add(name);
        how.AddTo(this);
        Add(grace);
        warnings.AddTo(this);
        Add(parent);
        Add(noParent);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.Get(parent) is not null && call.Get(noParent))
            throw new CallerMistakeException("--parent and --no-parent contradict each other: expected one of them.");
        var addresses = call.Get(emails) ?? [];
        var whose = call.NamedOwner(owner) ?? (addresses.Length > 0 ? OwnerId.Parse(addresses[0].Text) : OwnerId.Default);
        var website = WebsiteId.From(whose, call.Get(url)!);
        var changes = Changes(call);

        await using var cluster = await call.ConnectAsync(cancellationToken);
        var told = await OwnerEmails.AddAsync(cluster, whose, addresses, cancellationToken);
        var registered = await cluster.AskAsync(
            grains => grains.GetGrain<IWebsiteGrain>(website.Value).RegisterAsync(whose, call.Get(url)!, changes), cancellationToken);
        if (registered.Outcome == RegistrationOutcome.Refused)
            throw new CallerMistakeException(string.Join(' ', registered.Problems.Select(problem => problem.Message)));

        var status = await cluster.AskAsync(grains => grains.GetGrain<IWebsiteGrain>(website.Value).CheckNowAsync(), cancellationToken)
            ?? throw new CallerMistakeException($"{call.Get(url)} was removed by somebody else just now.");
        var callsTo = await HeartbeatCalls.AddressAsync(cluster, status, cancellationToken);
        Answer(call, registered.Outcome, status, callsTo);
        return OwnerEmails.Complain(call.Terminal, told, addresses);
    }

    private WebsiteChanges Changes(Call call) => how.Read(call) with
    {
        Name = call.Get(name),
        Grace = call.Get(grace),
        Warnings = warnings.Read(call),
        Parent = call.Get(parent),
        RemoveParent = call.Get(noParent),
    };

    private static void Answer(Call call, RegistrationOutcome outcome, WebsiteStatus status, string? callsTo)
    {
        if (call.WantsJson)
        {
            call.AnswerJson(WebsiteShape.Of(status) with { CallsTo = callsTo });
            return;
        }
        var often = Duration.Format(status.Settings.Heartbeat?.Every ?? status.Settings.Interval);
        call.Terminal.Say(outcome switch
        {
            RegistrationOutcome.Created => $"{status.Url} is watched from now on, every {often}, for the owner '{status.Owner}'.",
            RegistrationOutcome.Changed => $"{status.Url} was watched already; it is watched as you said now, every {often}.",
            _ => $"{status.Url} is already watched, nothing changed.",
        });
        call.Terminal.Say(StatusText.FirstLook(status));
        if (callsTo is not null)
            HeartbeatCalls.Tell(call.Terminal, callsTo);
    }
}
