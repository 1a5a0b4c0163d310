using UptimeSquirrel.Grains.Dependencies;
using UptimeSquirrel.Grains.Flapping;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Quieting;

namespace UptimeSquirrel.Grains.Quieting;

/// <summary>How long an alert that a website is down is held back.</summary>
internal static class HeldRules
{
    private static readonly TimeSpan _soonest = TimeSpan.FromSeconds(1);

    /// <summary>Holds an alert back, and sees to it that the website is looked at when that may be over.</summary>
    public static Step Hold(Step step, HeldAlert held, QuietFacts facts)
    {
        var flaps = FlappingRules.Change(step.State.Quiet?.Flaps, facts.Now);
        return LookInTime(step with { State = step.State with { Quiet = QuietRules.Remember(held, flaps) } }, held, facts);
    }

    /// <summary>Decides anew about an alert that is held back.</summary>
    /// <param name="step">The step, after which the website is down still.</param>
    /// <param name="held">The alert.</param>
    /// <param name="facts">What is known now.</param>
    /// <param name="hasFailed">Whether the look saw it down: a good look, or one that saw nothing, is no reason to tell anybody.</param>
    public static Step Review(Step step, HeldAlert held, QuietFacts facts, bool hasFailed)
    {
        if (!hasFailed)
            return LookInTime(step, held, facts);
        if (facts.Maintenance is not null)
            return Keep(step, held, Because(held, HoldReason.Maintenance, facts), facts);
        return facts.Parent switch
        {
            ParentVerdict.Fold => Keep(step, held, Because(held, HoldReason.Parent, facts) with { IsFolded = true, ParentBackAt = null }, facts),
            ParentVerdict.Wait when held.IsFolded => Keep(step, held, held, facts),
            ParentVerdict.Wait => WaitForParent(step, held, Because(held, HoldReason.Parent, facts), facts),
            _ when held.IsFolded => AfterParent(step, held, facts),
            _ => Tell(step, held, facts),
        };
    }

    private static Step WaitForParent(Step step, HeldAlert before, HeldAlert held, QuietFacts facts) =>
        facts.Now - held.Since < ParentRules.LongestWait ? Keep(step, before, held, facts) : Tell(step, before, facts);

    private static Step AfterParent(Step step, HeldAlert held, QuietFacts facts) =>
        held.ParentBackAt is { } back && facts.Now - back >= facts.OneMoreLook
            ? Tell(step, held, facts)
            : Keep(step, held, held with { ParentBackAt = held.ParentBackAt ?? facts.Now }, facts);

    // A decision of its own, with a number of its own: what waits on the disk while the database is away is told apart by the number.
    private static Step Tell(Step step, HeldAlert held, QuietFacts facts)
    {
        var numbered = step with { State = step.State with { AlertNumber = step.State.AlertNumber + 1 } };
        return QuietRules.TellDown(numbered, held.Alert with { DecidedAt = facts.Now, HeldBack = held.Reason }, facts);
    }

    private static HeldAlert Because(HeldAlert held, HoldReason reason, QuietFacts facts) =>
        held.Reason == reason ? held : held with { Reason = reason, Since = facts.Now };

    private static Step Keep(Step step, HeldAlert before, HeldAlert held, QuietFacts facts)
    {
        var kept = step with
        {
            State = step.State with { Quiet = step.State.Quiet! with { Held = held } },
            MustSave = step.MustSave || held != before,
        };
        return LookInTime(kept, held, facts);
    }

    private static Step LookInTime(Step step, HeldAlert held, QuietFacts facts)
    {
        var wanted = held switch
        {
            { Reason: HoldReason.Maintenance } when facts.Maintenance is { } window && window.To - facts.Now < step.State.Settings.Interval => window.To - facts.Now,
            { Reason: HoldReason.Parent, IsFolded: false } => facts.SoonAgain,
            { ParentBackAt: { } back } => back + facts.OneMoreLook - facts.Now,
            _ => (TimeSpan?)null,
        };
        if (wanted is not { } soon)
            return step;
        var least = soon > _soonest ? soon : _soonest;
        return step with { LookAgainIn = step.LookAgainIn < least ? step.LookAgainIn : least };
    }
}
