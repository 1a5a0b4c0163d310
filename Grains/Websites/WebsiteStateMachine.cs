using System.Diagnostics;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

/// <summary>Decides what one verdict changes. Same arguments, same answer, always.</summary>
internal static class WebsiteStateMachine
{
    /// <param name="id">Which website.</param>
    /// <param name="state">What is remembered of it.</param>
    /// <param name="verdict">What the look means.</param>
    /// <param name="at">When the look began.</param>
    /// <param name="now">When it had ended.</param>
    /// <param name="patience">How much it takes to change our mind.</param>
    /// <param name="second">What others see; null = nobody has asked them yet. Only a step that needs it makes use of it.</param>
    public static Step Observe(
        WebsiteId id, WebsiteState state, Verdict verdict, DateTimeOffset at, DateTimeOffset now, Patience patience, SecondLook? second = null) =>
        (state.Standing, verdict.Problem) switch
        {
            (Standing.Paused, _) => new Step(state, MustSave: false, LookAgainIn: null, Incident: null),
            _ when verdict.CouldNotLook => NotSeen(state, verdict.Problem!, now, patience),
            (Standing.Up, null) => new Step(state, MustSave: false, LookAgainIn: null, Incident: null),
            (Standing.Pending or Standing.Suspect, null) => NothingWrong(state, at),
            (Standing.Pending or Standing.Up, { } problem) => FirstFailure(id, state, problem, at, now, patience, second),
            (Standing.Suspect, { } problem) when state.FailuresInARow == 0 => FirstFailure(id, state, problem, at, now, patience, second),
            (Standing.Suspect, not null) => AnotherFailure(id, state, at, now, patience, second),
            (Standing.Down, null) => GoodLookWhileDown(id, state, at, now, patience, second),
            (Standing.Down, not null) => new Step(StillDown(state), MustSave: false, LookAgainIn: null, Incident: null),
            _ => throw new UnreachableException($"{state.Standing} with {verdict}"),
        };

    /// <summary>Stops checking; an incident that was open ends here, without an alert.</summary>
    public static Step Pause(WebsiteId id, WebsiteState state, DateTimeOffset now)
    {
        var isDuringMaintenance = state.LastIncident?.IsDuringMaintenance == true;
        var incident = state is { Standing: Standing.Down, Trouble: { } trouble } ? Describe(id, state, trouble, now) with { IsDuringMaintenance = isDuringMaintenance } : null;
        return new Step(WithoutTrouble(state) with { Standing = Standing.Paused, Since = now, Quiet = null }, MustSave: true, LookAgainIn: null, incident);
    }

    /// <summary>Checks again: nothing is known about the website until the first look.</summary>
    public static Step Resume(WebsiteState state, DateTimeOffset now) => new(state with { Standing = Standing.Pending, Since = now }, MustSave: true, LookAgainIn: null, Incident: null);

    // No news is neither good nor bad. What a look was to find out soon is looked at again soon, for a while: some websites cannot be seen for good.
    private static Step NotSeen(WebsiteState state, Problem problem, DateTimeOffset now, Patience patience)
    {
        var isNew = now - (state.RecoveringSince ?? state.FailedAt ?? state.Since) < TimeSpan.FromMinutes(10);
        var isUrgent = (isNew && (state.Standing == Standing.Suspect || state.RecoveringSince is not null)) || problem.Kind == FailureKind.CheckSkipped;
        return new Step(state, MustSave: false, isUrgent ? patience.RecoveryDelay : null, Incident: null);
    }

    private static Step NothingWrong(WebsiteState state, DateTimeOffset at)
    {
        // A suspicion that came to nothing leaves no trace: the website was up all the time.
        var since = state is { Standing: Standing.Suspect, SuspectedFrom: { } upSince } ? upSince : at;
        return new Step(WithoutTrouble(state) with { Standing = Standing.Up, Since = since }, MustSave: true, LookAgainIn: null, Incident: null);
    }

    private static Step FirstFailure(
        WebsiteId id, WebsiteState state, Problem problem, DateTimeOffset at, DateTimeOffset now, Patience patience, SecondLook? second)
    {
        var isSuspect = state.Standing == Standing.Suspect;
        var suspect = state with
        {
            Standing = Standing.Suspect,
            Since = isSuspect ? state.Since : at,
            SuspectedFrom = state.Standing == Standing.Up ? state.Since : state.SuspectedFrom,
            Trouble = new Trouble(at, problem, IncidentId: null),
            FailuresInARow = 1,
            FailedAt = at,
        };
        return patience.FailuresBeforeDown <= 1
            ? FailedEnough(id, suspect, now, patience, second)
            : new Step(suspect, MustSave: !isSuspect, patience.RecheckDelays[0], Incident: null);
    }

    private static Step AnotherFailure(
        WebsiteId id, WebsiteState state, DateTimeOffset at, DateTimeOffset now, Patience patience, SecondLook? second)
    {
        // Looks that follow one another at once (a tick, somebody's "check now") see the same hiccup: only one of them counts.
        var countsFrom = (state.FailedAt ?? DateTimeOffset.MinValue) + patience.DelayAfter(state.FailuresInARow);
        if (at < countsFrom)
            return TooSoon(state, countsFrom - at);

        var failures = state.FailuresInARow + 1;
        var next = state with { FailuresInARow = failures, FailedAt = at };
        return failures >= patience.FailuresBeforeDown
            ? FailedEnough(id, next, now, patience, second)
            : new Step(next, MustSave: false, patience.DelayAfter(failures), Incident: null);
    }

    private static Step FailedEnough(WebsiteId id, WebsiteState state, DateTimeOffset now, Patience patience, SecondLook? second) => second switch
    {
        null => Ask(state),
        { Outcome: SecondLookOutcome.Agreed } => GoDown(id, state, now, second.Sightings),

        // Most see it up: what failed so far was ours alone, and an incident would begin with what fails from here on.
        { Outcome: SecondLookOutcome.Disagreed } =>
            new Step(state with { FailuresInARow = 0, Sightings = second.Sightings }, MustSave: true, LookAgainIn: null, Incident: null),
        _ => new Step(state with { Sightings = second.Sightings }, MustSave: state.FailuresInARow == 1, patience.AskAgainDelay, Incident: null),
    };

    private static Step GoDown(WebsiteId id, WebsiteState state, DateTimeOffset now, IReadOnlyList<Sighting> sightings)
    {
        var number = state.AlertNumber + 1;
        var trouble = state.Trouble! with { IncidentId = AlertId(id, number), Sightings = sightings };
        var down = state with
        {
            Standing = Standing.Down,
            Since = trouble.StartedAt,
            SuspectedFrom = null,
            Trouble = trouble,
            RecoveringSince = null,
            SuccessesInARow = 0,
            Sightings = sightings,
            AlertNumber = number,
        };
        var alert = Tell(id, down, AlertKind.WentDown, trouble, now, endedAt: null) with { Sightings = sightings };
        return new Step(down with { Unsent = [.. down.Unsent, alert] }, MustSave: true, LookAgainIn: null, Describe(id, down, trouble, null));
    }

    private static Step GoodLookWhileDown(
        WebsiteId id, WebsiteState state, DateTimeOffset at, DateTimeOffset now, Patience patience, SecondLook? second)
    {
        if (state.RecoveringSince is { } since && at < since + state.SuccessesInARow * patience.RecoveryDelay)
            return TooSoon(state, since + state.SuccessesInARow * patience.RecoveryDelay - at);

        var successes = state.SuccessesInARow + 1;
        var recovering = state with { SuccessesInARow = successes, RecoveringSince = state.RecoveringSince ?? at };
        return successes >= patience.SuccessesBeforeUp
            ? GoodEnough(id, recovering, now, patience, second)
            : new Step(recovering, MustSave: false, patience.RecoveryDelay, Incident: null);
    }

    private static Step GoodEnough(WebsiteId id, WebsiteState state, DateTimeOffset now, Patience patience, SecondLook? second) => second switch
    {
        null => Ask(state),
        { Outcome: SecondLookOutcome.Agreed } => ComeBack(id, state, now, second.Sightings),
        { Outcome: SecondLookOutcome.Disagreed } => new Step(
            state with { SuccessesInARow = 0, RecoveringSince = null, Sightings = second.Sightings }, MustSave: false, LookAgainIn: null, Incident: null),
        _ => new Step(state with { Sightings = second.Sightings }, MustSave: false, patience.AskAgainDelay, Incident: null),
    };

    private static Step ComeBack(WebsiteId id, WebsiteState state, DateTimeOffset now, IReadOnlyList<Sighting> sightings)
    {
        var (trouble, endedAt) = (state.Trouble!, state.RecoveringSince!.Value);
        var up = WithoutTrouble(state) with { Standing = Standing.Up, Since = endedAt, AlertNumber = state.AlertNumber + 1 };
        var alert = Tell(id, up with { FailuresInARow = state.FailuresInARow }, AlertKind.CameBack, trouble, now, endedAt) with { Sightings = sightings };
        var incident = Describe(id, up, trouble, endedAt) with { Sightings = [.. trouble.Sightings, .. sightings] };
        return new Step(up with { Unsent = [.. up.Unsent, alert] }, MustSave: true, LookAgainIn: null, incident);
    }

    // Nobody is told before others were asked.
    private static Step Ask(WebsiteState state) => new(state, MustSave: false, LookAgainIn: null, Incident: null, NeedsSecondLook: true);

    private static Step TooSoon(WebsiteState state, TimeSpan left) => new(state, MustSave: false, LookAgainIn: left, Incident: null);

    private static WebsiteState StillDown(WebsiteState state) =>
        state with { FailuresInARow = state.FailuresInARow + 1, SuccessesInARow = 0, RecoveringSince = null };

    private static WebsiteState WithoutTrouble(WebsiteState state) =>
        state with { Trouble = null, SuspectedFrom = null, RecoveringSince = null, FailedAt = null, FailuresInARow = 0, SuccessesInARow = 0, Sightings = [] };

    /// <summary>The name of an alert for ever: website and running number.</summary>
    public static string AlertId(WebsiteId id, long number) => $"{id.Value:N}-{number}";

    private static Alert Tell(
        WebsiteId id, WebsiteState state, AlertKind kind, Trouble trouble, DateTimeOffset now, DateTimeOffset? endedAt) =>
        new()
        {
            Id = AlertId(id, state.AlertNumber),
            Kind = kind,
            Website = id,
            Url = state.Url,
            Name = state.Settings.Name,
            DecidedAt = now,
            IncidentId = trouble.ToldAs ?? trouble.IncidentId!,
            StartedAt = trouble.StartedAt,
            EndedAt = endedAt,
            Problem = trouble.Problem,
            Interval = state.Settings.Interval,
            FailedChecks = state.FailuresInARow,
        };

    private static Incident Describe(WebsiteId id, WebsiteState state, Trouble trouble, DateTimeOffset? endedAt) =>
        new()
        {
            Id = trouble.IncidentId!,
            Website = id,
            Url = state.Url,
            Owner = state.Owner,
            StartedAt = trouble.StartedAt,
            EndedAt = endedAt,
            Problem = trouble.Problem,
            Sightings = trouble.Sightings,
        };
}
