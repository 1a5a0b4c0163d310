using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>How much each kind of alert matters.</summary>
public static class SeverityRules
{
    /// <summary>The severity of a kind. A kind that is not known here is taken for the worst, so that it is never kept from anybody.</summary>
    public static AlertSeverity Of(AlertKind kind) => kind switch
    {
        AlertKind.CameBack or AlertKind.SiloSureAgain or AlertKind.Renewed or AlertKind.FastAgain => AlertSeverity.Info,
        AlertKind.CertificateExpires or AlertKind.DomainExpires or AlertKind.BecameSlow => AlertSeverity.Warning,
        _ => AlertSeverity.Critical,
    };
}
