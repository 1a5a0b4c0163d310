using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

// What there is to say about a website that is up. Nothing of it costs a look of its own, and most looks do no more here than compare two moments.
internal sealed partial class WebsiteGrain
{
    private static readonly TimeSpan _domainPatience = TimeSpan.FromMinutes(10);

    private DateTimeOffset _readCertificateAt;
    private DateTimeOffset _readDomainAt;
    private DateTimeOffset? _certificateExpiresAt;

    private bool MustReadCertificate(WebsiteState website) =>
        ExpiryRules.IsDue(_readCertificateAt, clock.GetUtcNow()) && warnings.WantsCertificate(website.Url, website.Settings);

    private Step Warn(Step step, CheckResult result, Verdict verdict)
    {
        var now = clock.GetUtcNow();
        if (result.Certificate is { } certificate)
            (_readCertificateAt, _certificateExpiresAt) = (now + ExpiryRules.ReadEvery, certificate.NotAfter);
        var signs = WarningSigns.Of(step.State.Url, result, verdict);
        signs = signs with { Domain = ReadDomain(step.State, now), CouldNotLook = signs.CouldNotLook || lookout.IsInDoubt || IsSlowOnPurpose(step.State, result.At) };
        var terms = step.State.Settings.Patience is null ? warnings.Terms : warnings.Terms with { LooksNeeded = SlownessRules.LooksNeeded(Patience.FailuresBeforeDown) };
        return WarningRules.Observe(_id, step, signs, terms, now);
    }

    // In maintenance a look says nothing about speed.
    private bool IsSlowOnPurpose(WebsiteState website, DateTimeOffset at) =>
        website.Settings.Warnings?.SlowAfter is not null && quieter.MaintenanceAt(website, at) is not null;

    private WebsiteWarnings? DescribeWarnings(WebsiteState website)
    {
        var domain = warnings.FindDomain(website.Url, website.Settings).Expiry;
        var slowSince = website.Warned?.Slowness is { IsTold: true } slowness ? slowness.Since : (DateTimeOffset?)null;
        return domain is null && slowSince is null && _certificateExpiresAt is null
            ? null
            : new WebsiteWarnings { CertificateExpiresAt = _certificateExpiresAt, Domain = domain?.Name, DomainExpiresAt = domain?.ExpiresAt, SlowSince = slowSince };
    }

    private DomainExpiry? ReadDomain(WebsiteState website, DateTimeOffset now)
    {
        if (!ExpiryRules.IsDue(_readDomainAt, now))
            return null;
        var answer = warnings.FindDomain(website.Url, website.Settings);
        _readDomainAt = now + (answer.IsComplete ? ExpiryRules.ReadEvery : _domainPatience);
        return answer.Expiry;
    }
}
