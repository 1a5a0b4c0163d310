using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>How much each kind of alert matters.</summary>
public static class SeverityRules
{
    /// <summary>The severity of a kind. A kind that is not known here is taken for the worst, so that it is never kept from anybody.</summary>
    public static Severity Of(AlertKind kind) => kind switch
    {
        AlertKind.CameBack or AlertKind.WasDown or AlertKind.SiloSureAgain or AlertKind.Renewed or AlertKind.FastAgain or AlertKind.Report or AlertKind.Test => Severity.Info,
        AlertKind.CertificateExpires or AlertKind.DomainExpires or AlertKind.BecameSlow or AlertKind.SteadyAgain or AlertKind.ChannelBroke => Severity.Warning,
        _ => Severity.Critical,
    };

    /// <summary>Whether an alert says that something is over which an earlier alert of the same story told.</summary>
    public static bool IsAllClear(Alert alert) => alert.Kind is AlertKind.CameBack or AlertKind.WasDown or AlertKind.SiloSureAgain or AlertKind.Renewed or AlertKind.FastAgain ||
        alert is { Kind: AlertKind.SteadyAgain, EndedAt: not null };
}
