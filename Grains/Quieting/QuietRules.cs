using UptimeSquirrel.Grains.Dependencies;
using UptimeSquirrel.Grains.Flapping;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Quieting;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Quieting;

/// <summary>Decides which of the alerts of a step are told, held back, or told together.</summary>
/// <remarks>What it decides is part of the step's state, so one write remembers both the standing and what was not told about it.</remarks>
internal static class QuietRules
{
    /// <summary>The step as it is to be taken.</summary>
    /// <param name="id">Which website.</param>
    /// <param name="before">What was remembered before the step.</param>
    /// <param name="step">The step as the look alone would have it.</param>
    /// <param name="facts">What else is known.</param>
    public static Step Apply(WebsiteId id, WebsiteState before, Step step, QuietFacts facts) => (before.Standing, step.State.Standing) switch
    {
        (not Standing.Down, Standing.Down) => WentDown(step, facts),
        (Standing.Down, Standing.Up) => CameBack(before, step, facts),
        (Standing.Down, Standing.Down) when step.State.Quiet?.Held is { } held =>
            HeldRules.Review(step, held, facts, hasFailed: step.State.FailuresInARow > before.FailuresInARow),
        _ => CalmDown(id, step, facts),
    };

    /// <summary>Why less is told about a website than happens to it; null when that is not so.</summary>
    public static QuietStatus? Describe(WebsiteState website, DateTimeOffset? maintenanceUntil, Companions? with)
    {
        var status = new QuietStatus
        {
            MaintenanceUntil = maintenanceUntil,
            Flapping = FlappingRules.Describe(website.Quiet?.Flaps),
            Held = website.Quiet?.Held?.Reason,
            With = website.Standing == Standing.Down ? with : null,
        };
        return status is { MaintenanceUntil: null, Flapping: null, Held: null, With: null } ? null : status;
    }

    /// <summary>Puts an alert that a website is down among those to be told, or lets it go into those that are told together.</summary>
    public static Step TellDown(Step step, Alert alert, QuietFacts facts)
    {
        var state = step.State;
        var before = state.Quiet?.Flaps;
        var flaps = FlappingRules.Count(before, alert.StartedAt, facts.Now, alert.Id, facts.FlappingLimit);
        IReadOnlyList<Alert> news = FlappingRules.IsFlapping(before)
            ? []
            : [FlappingRules.Describe(flaps) is { } flapping ? alert with { Kind = AlertKind.StartedFlapping, Flapping = flapping } : alert];
        return step with { State = state with { Unsent = [.. state.Unsent, .. news], Quiet = Remember(held: null, flaps) }, MustSave = true };
    }

    /// <summary>What to remember; null when nothing, so that a website that is well carries nothing along.</summary>
    public static QuietMemory? Remember(HeldAlert? held, Flaps? flaps) => held is null && flaps is null ? null : new QuietMemory { Held = held, Flaps = flaps };

    private static Step WentDown(Step step, QuietFacts facts)
    {
        var (rest, alert) = TakeLast(step);
        if (facts.Maintenance is not null)
        {
            var marked = rest with { Incident = step.Incident! with { IsDuringMaintenance = true } };
            return HeldRules.Hold(marked, new HeldAlert(alert, HoldReason.Maintenance, facts.Now), facts);
        }

        return facts.Parent == ParentVerdict.Tell
            ? TellDown(rest, alert, facts)
            : HeldRules.Hold(rest, new HeldAlert(alert, HoldReason.Parent, facts.Now) { IsFolded = facts.Parent == ParentVerdict.Fold }, facts);
    }

    private static Step CameBack(WebsiteState before, Step step, QuietFacts facts)
    {
        var (rest, alert) = TakeLast(step);
        var wasMarked = before.LastIncident is { IsDuringMaintenance: true } last && last.Id == step.Incident!.Id;
        rest = rest with { Incident = step.Incident! with { IsDuringMaintenance = wasMarked } };
        alert = alert with { With = facts.With };
        var memory = step.State.Quiet;
        if (memory?.Held is { } held)
        {
            // What never came to be told is over without a word; what was only waited for was an outage like any other.
            if (held.Reason == HoldReason.Maintenance || held.IsFolded)
                return Silently(rest, memory.Flaps, facts);
            rest = TellDown(rest, held.Alert, facts);
        }

        var flaps = rest.State.Quiet?.Flaps;
        return FlappingRules.IsFlapping(flaps)
            ? Silently(rest, flaps, facts)
            : rest with { State = rest.State with { Unsent = [.. rest.State.Unsent, alert] } };
    }

    private static Step Silently(Step step, Flaps? flaps, QuietFacts facts) =>
        step with { State = step.State with { Quiet = Remember(held: null, FlappingRules.Change(flaps, facts.Now)) } };

    // Nobody is told in maintenance, and what is suspected or recovering is about to change.
    private static Step CalmDown(WebsiteId id, Step step, QuietFacts facts)
    {
        var state = step.State;
        var flaps = state.Quiet?.Flaps;
        if (state.Standing == Standing.Up && FlappingRules.IsForgotten(flaps, facts.Now))
            return step with { State = state with { Quiet = null } };
        var isSettled = state is { Standing: Standing.Up or Standing.Down, RecoveringSince: null };
        if (!isSettled || facts.Maintenance is not null || !FlappingRules.IsSteady(flaps, facts.Now))
            return step;
        var alert = new Alert
        {
            // Named after the alert that it ends, not numbered: an outage that another silo decides meanwhile could have the same number.
            Id = $"{flaps!.AlertId}-steady",
            Kind = AlertKind.SteadyAgain,
            Website = id,
            Url = state.Url,
            Name = state.Settings.Name,
            DecidedAt = facts.Now,
            IncidentId = flaps.AlertId!,
            StartedAt = flaps.Since!.Value,
            EndedAt = state.Standing == Standing.Up ? state.Since : null,
            Problem = state.LastIncident!.Problem,
            Interval = state.Settings.Interval,
            Flapping = FlappingRules.Describe(flaps),
        };

        // What goes on ends under the name that its owner has heard, whoever tells the end.
        var trouble = state.Trouble is { } goesOn ? goesOn with { ToldAs = flaps.AlertId } : null;
        return step with { State = state with { AlertNumber = state.AlertNumber + 1, Unsent = [.. state.Unsent, alert], Trouble = trouble, Quiet = null }, MustSave = true };
    }

    // Other alerts of the same look may stand behind it.
    private static (Step Others, Alert Alert) TakeLast(Step step)
    {
        var alert = step.State.Unsent.Last(unsent => unsent.Kind is AlertKind.WentDown or AlertKind.CameBack);
        return (step with { State = step.State with { Unsent = [.. step.State.Unsent.Where(unsent => unsent != alert)] } }, alert);
    }
}
