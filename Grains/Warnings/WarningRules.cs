using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Warnings;

/// <summary>What a look means beside the website's standing. Same arguments, same answer, always.</summary>
internal static class WarningRules
{
    private static readonly WebsiteWarnings _nothing = new();

    /// <param name="id">Which website.</param>
    /// <param name="step">What the look changes of its standing.</param>
    /// <param name="seen">What was seen beside that.</param>
    /// <param name="terms">When to warn.</param>
    /// <param name="now">The present moment.</param>
    public static Step Observe(WebsiteId id, Step step, in WarningSigns seen, WarningTerms terms, DateTimeOffset now)
    {
        var settings = step.State.Settings.Warnings;
        if (seen.Certificate is { } certificate && settings?.Certificate != false)
            step = Expiry(id, step, Facts(certificate, seen.Host), certificate.NotBefore, terms, now);
        if (seen.Domain is { } domain && settings?.Domain != false)
            step = Expiry(id, step, new ExpiryFacts { IsDomain = true, Name = domain.Name, ExpiresAt = domain.ExpiresAt }, validFrom: null, terms, now);
        return Slow(id, step, settings?.SlowAfter, seen, terms, now);
    }

    /// <summary>The state with whichever memory of warnings is the later one: what was decided while the database was away may not have got into it.</summary>
    public static WebsiteState WithLater(WebsiteState state, WebsiteState other) =>
        other.WarningNumber > state.WarningNumber ? state with { Warned = other.Warned, WarningNumber = other.WarningNumber } : state;

    /// <summary>What its owner was warned of and is not over; null when that is nothing.</summary>
    public static WebsiteWarnings? Describe(WarnedOf? warned)
    {
        var warnings = new WebsiteWarnings
        {
            CertificateExpiresAt = warned?.Certificate is { IsRenewed: false } certificate ? certificate.ExpiresAt : null,
            DomainExpiresAt = warned?.Domain is { IsRenewed: false } domain ? domain.ExpiresAt : null,
            SlowSince = warned?.Slowness is { IsTold: true } slowness ? slowness.Since : null,
        };
        return warnings == _nothing ? null : warnings;
    }

    private static Step Expiry(WebsiteId id, Step step, ExpiryFacts facts, DateTimeOffset? validFrom, WarningTerms terms, DateTimeOffset now)
    {
        var told = facts.IsDomain ? step.State.Warned?.Domain : step.State.Warned?.Certificate;
        var news = ExpiryRules.Judge(told, facts.ExpiresAt, validFrom, terms.DaysBefore, now);
        if (news is { Days: null, IsRenewed: false })
            return step;

        var name = news.Days is { } days ? WarningNames.OfStep(id, facts.IsDomain, facts.ExpiresAt, days) : WarningNames.OfRenewal(id, told!);
        var next = ExpiryRules.Remember(told, facts.ExpiresAt, news, name);
        var kind = news.IsRenewed ? AlertKind.Renewed : facts.IsDomain ? AlertKind.DomainExpires : AlertKind.CertificateExpires;
        var warned = step.State.Warned ?? WarnedOf.Nothing;
        warned = facts.IsDomain ? warned with { Domain = next } : warned with { Certificate = next };
        return Tell(step, warned, NewAlert(id, step.State, kind, name, WarningNames.Of(id, next), now) with
        {
            Expiry = facts,
            Problem = new Problem(FailureKind.None, WarningText.Sentence(facts, news.IsRenewed), WarningText.Cause(facts)),
        });
    }

    private static Step Slow(WebsiteId id, Step step, TimeSpan? limit, in WarningSigns seen, WarningTerms terms, DateTimeOffset now)
    {
        var before = step.State.Warned?.Slowness;
        if (limit is null && before is null || seen.CouldNotLook)
            return step;
        if (limit is null)
            return Remember(step, null, mustSave: before!.IsTold);

        var isSlow = seen.IsHealthy ? seen.Took > limit : (bool?)null;
        var (next, news) = SlownessRules.Observe(before, isSlow, seen.At, terms.LooksNeeded, SlownessRules.Apart(step.State.Settings.Interval));
        if (news == SlownessNews.None)
            return ReferenceEquals(next, before) ? step : Remember(step, next, mustSave: false);

        var number = NextNumber(step.State);
        var name = WarningNames.OfSlowness(id, number);
        var (kind, series, ended) = news == SlownessNews.BecameSlow ? (AlertKind.BecameSlow, name, null) : (AlertKind.FastAgain, WarningNames.Of(id, next!), next!.FastSince);
        var slowness = new SlownessFacts(limit.Value, seen.Took, next!.Looks);
        var told = news == SlownessNews.BecameSlow ? next with { Looks = 0, Number = number, Series = name } : null;
        return Tell(step, step.State.Warned! with { Slowness = told }, NewAlert(id, step.State, kind, name, series, now) with
        {
            StartedAt = next.Since,
            EndedAt = ended,
            Slowness = slowness,
            Problem = new Problem(FailureKind.None, WarningText.Sentence(slowness, kind), WarningText.Cause(slowness)),
        });
    }

    // The alert is part of the state that says that it was told: neither is ever stored without the other.
    private static Step Tell(Step step, WarnedOf warned, Alert alert) => step with
    {
        MustSave = true,
        State = step.State with { Warned = Lean(warned), WarningNumber = NextNumber(step.State), Unsent = [.. step.State.Unsent, alert] },
    };

    private static Step Remember(Step step, Slowness? slowness, bool mustSave) => step with
    {
        MustSave = step.MustSave || mustSave,
        State = step.State with { Warned = Lean((step.State.Warned ?? WarnedOf.Nothing) with { Slowness = slowness }) },
    };

    private static WarnedOf? Lean(WarnedOf warned) => warned == WarnedOf.Nothing ? null : warned;

    // It begins at the time of registration, so that it never repeats after a removal.
    private static long NextNumber(WebsiteState state) => Math.Max(state.WarningNumber, state.RegisteredAt.ToUnixTimeMilliseconds()) + 1;

    private static Alert NewAlert(WebsiteId id, WebsiteState state, AlertKind kind, string name, string series, DateTimeOffset now) => new()
    {
        Id = name,
        Kind = kind,
        Website = id,
        Url = state.Url,
        Name = state.Settings.Name,
        DecidedAt = now,
        IncidentId = series,
        StartedAt = now,
        Problem = new Problem(FailureKind.None, "", ""),
        Interval = state.Settings.Interval,
    };

    private static ExpiryFacts Facts(CertificateFacts certificate, string host) =>
        new() { IsDomain = false, Name = host, Issuer = certificate.Issuer, ExpiresAt = certificate.NotAfter };
}
