using UptimeSquirrel.Grains.Owners.Incidents;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Owners.Holding;

/// <summary>What waits for the end of an owner's quiet hours.</summary>
internal static class HoldRules
{
    /// <summary>Until when this alert has to wait; null when it need not.</summary>
    public static DateTimeOffset? Until(OwnerState state, Alert alert, DateTimeOffset now)
    {
        if (state.Quiet is null)
            return null;
        if (!OutageRules.Ends(alert))
            return QuietHoursRules.HeldUntil(state.Quiet, SeverityRules.Of(alert.Kind), now);

        // Whoever was woken by the outage wants to know that it is over; whoever was not is told of both in the morning.
        var outage = OutageRules.BeginningOf(state, alert);
        if (outage?.HeldUntil is { } until && until > now)
            return until;
        if (QuietHoursRules.At(state.Quiet, now) is not { } quiet)
            return null;
        var open = OutageRules.OpenOf(state, alert);
        return open is not null && (open.LastToldAt ?? open.ToldAt) >= quiet.Begin ? null : quiet.End;
    }

    /// <summary>
    /// What is told at once brings along what is held about the same website: about one website everybody is told things in the order they
    /// happened, and an outage must not wait for the end of the quiet hours behind an earlier recovery.
    /// </summary>
    public static void Release(OwnerState state, WebsiteId website, DateTimeOffset now)
    {
        if (state.Quiet is not null)
            Plan(state, waiting => waiting.Alert.Website == website, _ => null, now);
    }

    /// <summary>Plans anew what is held, because the quiet hours are others now.</summary>
    public static void PlanAnew(OwnerState state, DateTimeOffset now) => Plan(state, _ => true, alert => Until(state, alert, now), now);

    private static void Plan(OwnerState state, Predicate<WaitingAlert> isMeant, Func<Alert, DateTimeOffset?> until, DateTimeOffset now)
    {
        for (var i = 0; i < state.Waiting.Count; i++)
        {
            var waiting = state.Waiting[i];
            if (waiting.HeldUntil is not { } held || held <= now || !isMeant(waiting))
                continue;
            var next = until(waiting.Alert);
            var shift = (next ?? now) - held;
            state.Waiting[i] = waiting with
            {
                AcceptedAt = next ?? now,
                HeldUntil = next,
                BundleUntil = waiting.BundleUntil is null ? null : next ?? now,
                Recipients = [.. waiting.Recipients.Select(one => one.Attempts > 0 ? one : one with { NextAttemptAt = one.NextAttemptAt + shift })],
            };
            var open = state.Open.FindIndex(one => one.Id == waiting.Alert.Id);
            if (open >= 0)
                state.Open[open] = state.Open[open] with { ToldAt = next ?? now };
        }
    }
}
