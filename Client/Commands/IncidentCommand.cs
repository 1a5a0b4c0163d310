using System.CommandLine;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>What commands about an open outage share: they find it, change it and say so.</summary>
internal abstract class IncidentCommand : SquirrelCommand
{
    private readonly Argument<IncidentReference?> incident = Reading.Argument<IncidentReference>(
        "URL|INCIDENT", "The website that is down: its address or id; or the id of the incident.", IncidentReference.TryParse);

    private readonly Option<OwnerId?> owner = Reading.Owner("Whose website, when several owners watch the same address. Else SQUIRREL_OWNER.");

    protected IncidentCommand(string name, string description, params string[] examples)
        : base(name, description, examples)
    {
        Add(incident);
        Add(owner);
    }

    public override async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var reference = call.Get(incident)!;
        var whose = call.NamedOwner(owner);
        await using var cluster = await call.ConnectAsync(cancellationToken);
        var website = await new WebsiteFinder(cluster, call.Terminal.Clock).FindAsync(reference.Website, whose, cancellationToken);
        var status = await cluster.AskAsync(_ => website.GetStatusAsync(), cancellationToken) ?? throw WebsiteFinder.NotWatched(reference.Website, whose);
        var open = await cluster.AskAsync(grains => ChangeAsync(grains.GetGrain<IOwnerNotificationGrain>(status.Owner.GrainKey), status.Id, reference.Incident, call), cancellationToken)
            ?? throw new CallerMistakeException(NothingOpen(status, reference));
        if (call.WantsJson)
            call.AnswerJson(ToldIncidentShape.Of(open));
        else
            call.Terminal.Say(Describe(open, call));
        return ExitCode.Fine;
    }

    protected abstract Task<OpenIncident?> ChangeAsync(IOwnerNotificationGrain owner, WebsiteId website, string? incident, Call call);

    protected abstract string Describe(OpenIncident open, Call call);

    private static string NothingOpen(WebsiteStatus status, IncidentReference reference) => (status.Standing, reference.Incident) switch
    {
        (Standing.Down, { } incident) => $"The incident {incident} is over; {status.Url} is down again: 'squirrel owner show {status.Owner}' shows since when.",
        (Standing.Down, null) => $"'{status.Owner}' was not told yet that {status.Url} is down: try again in a moment.",
        _ => $"{status.Url} is not down: there is nothing to change.",
    };
}
