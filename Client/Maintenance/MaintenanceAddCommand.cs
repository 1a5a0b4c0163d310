using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Maintenance;

/// <summary>Says when websites are expected to be down.</summary>
internal sealed class MaintenanceAddCommand : SquirrelCommand
{
    private readonly Option<string?> from = new("--from") { HelpName = "MOMENT", Description = "When it begins, such as '2026-12-24 22:00'; else now." };
    private readonly Option<string?> to = new("--to") { HelpName = "MOMENT", Description = "When it ends." };
    private readonly Option<string?> cron = new("--cron") { HelpName = "FIELDS", Description = "When it begins again and again: minute, hour, day of month, month, day of week." };
    private readonly Option<TimeSpan?> length = Reading.ValueOption<TimeSpan>("--for", "2h", "How long it lasts, in place of --to.", Duration.TryParse);
    private readonly Option<string?> zone = new("--zone") { HelpName = "ZONE", Description = "The time zone of these times, such as Europe/Berlin; else this machine's." };
    private readonly Option<string?> tag = new("--tag") { HelpName = "TAG", Description = "Only websites with this tag." };
    private readonly Option<WebsiteUrl?> website = Reading.Option<WebsiteUrl>("--website", "URL", "Only the website at this address.", WebsiteUrl.TryParse);
    private readonly Option<OwnerId?> owner = Reading.Owner("Whose websites. Else SQUIRREL_OWNER, else who watches --website, else 'default'.");

    public MaintenanceAddCommand()
        : base(
            "add",
            "Say when websites are expected to be down: they are checked, but nobody is told, and their uptime leaves that time out.",
            "squirrel maintenance add --for 2h --website https://shop.example",
            "squirrel maintenance add --from '2026-12-24 22:00' --to '2026-12-25 02:00' --zone Europe/Berlin",
            "squirrel maintenance add --cron '0 2 * * SUN' --for 2h --zone Europe/Berlin --tag shop")
    {
        Add(from);
        Add(to);
        Add(cron);
        Add(length);
        Add(zone);
        Add(tag);
        Add(website);
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        Refuse(call);
        var whichZone = Zone(call);
        var (begin, end) = Once(call, whichZone);
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var whose = await WhoseAsync(call, cluster, cancellationToken);
        var window = new MaintenanceWindow
        {
            Id = Guid.NewGuid().ToString("N")[..8],
            Owner = whose,
            Url = call.Get(website),
            Tag = call.Get(tag)?.Trim().ToLowerInvariant(),
            From = begin,
            To = end,
            Cron = call.Get(cron)?.Trim(),
            Length = call.Get(cron) is null ? null : call.Get(length),
            Zone = whichZone.Id,
        };
        var answer = await cluster.AskAsync(grains => grains.GetGrain<IMaintenanceGrain>(whose.GrainKey).AddAsync(window), cancellationToken);
        if (answer.Planned is not { } planned)
            throw new CallerMistakeException(answer.Problem!);
        if (call.WantsJson)
            call.AnswerJson(MaintenanceShape.Of(planned));
        else
            call.Terminal.Say($"Maintenance {planned.Window.Id} for {MaintenanceText.For(planned.Window)} of '{whose}': {MaintenanceText.When(planned)}. {MaintenanceText.Holds(planned)}.");
        return ExitCode.Fine;
    }

    private void Refuse(Call call)
    {
        if (call.Get(website) is not null && call.Get(tag) is not null)
            throw new CallerMistakeException("--website and --tag cannot be given together: expected one of them, or neither for all websites of the owner.");
        if (call.Get(cron) is not null && (call.Get(from) ?? call.Get(to)) is not null)
            throw new CallerMistakeException("--cron says when it begins again and again: expected it with --for, and without --from and --to.");
        if (call.Get(cron) is not null && call.Get(length) is null)
            throw new CallerMistakeException("--cron says when it begins, but not how long it lasts: expected --for too, such as --for 2h.");
        if (call.Get(cron) is null && call.Get(to) is null == call.Get(length) is null)
            throw new CallerMistakeException("It is not clear when the maintenance ends: expected either --to MOMENT or --for LENGTH.");
    }

    private TimeZoneInfo Zone(Call call)
    {
        var name = call.Get(zone) ?? call.Terminal.Clock.LocalTimeZone.Id;
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana))
            name = iana;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found)
            ? found
            : throw new CallerMistakeException($"--zone: '{PlainText.Start(name)}' is not a time zone: expected a name such as Europe/Berlin, America/New_York or UTC.");
    }

    private (DateTimeOffset? Begin, DateTimeOffset? End) Once(Call call, TimeZoneInfo whichZone)
    {
        if (call.Get(cron) is not null)
            return (null, null);
        var begin = GivenMoment.Read("--from", call.Get(from), whichZone) ?? call.Now;
        return (begin, GivenMoment.Read("--to", call.Get(to), whichZone) ?? begin + call.Get(length)!.Value);
    }

    private async Task<OwnerId> WhoseAsync(Call call, ClusterConnection cluster, CancellationToken cancellationToken)
    {
        if (call.NamedOwner(owner) is { } named)
            return named;
        if (call.Get(website) is not { } url)
            return OwnerId.Default;
        var reference = new WebsiteReference(null, url);
        var grain = await new WebsiteFinder(cluster, call.Terminal.Clock).FindAsync(reference, owner: null, cancellationToken);
        var status = await cluster.AskAsync(_ => grain.GetStatusAsync(), cancellationToken) ?? throw WebsiteFinder.NotWatched(reference, owner: null);
        return status.Owner;
    }
}
