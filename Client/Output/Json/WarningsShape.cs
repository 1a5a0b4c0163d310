using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>What is known about a website beside its standing.</summary>
internal sealed record WarningsShape(DateTimeOffset? CertificateExpiresAt, string? Domain, DateTimeOffset? DomainExpiresAt, DateTimeOffset? SlowSince)
{
    public static WarningsShape? Of(WebsiteWarnings? warnings) =>
        warnings is null ? null : new(warnings.CertificateExpiresAt, warnings.Domain, warnings.DomainExpiresAt, warnings.SlowSince);
}
