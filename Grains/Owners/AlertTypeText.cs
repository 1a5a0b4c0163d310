using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>What an alert is called where programs read it: a word that stays the same for ever.</summary>
public static class AlertTypeText
{
    /// <summary>The word for a letter; several alerts together have one of their own.</summary>
    public static string Of(Letter letter) => letter.IsBundle ? "bundle" : Of(letter.Alert.Kind);

    /// <summary>The word for a kind of alert.</summary>
    public static string Of(AlertKind kind) => kind switch
    {
        AlertKind.WentDown => "down",
        AlertKind.CameBack => "up",
        AlertKind.SiloInDoubt => "silo-in-doubt",
        AlertKind.SiloSureAgain => "silo-sure-again",
        AlertKind.ChannelBroke => "channel-broken",
        AlertKind.CertificateExpires => "certificate-expires",
        AlertKind.DomainExpires => "domain-expires",
        AlertKind.Renewed => "renewed",
        AlertKind.BecameSlow => "slow",
        AlertKind.FastAgain => "fast-again",
        AlertKind.StartedFlapping => "flapping",
        AlertKind.SteadyAgain => "steady-again",
        AlertKind.StillDown => "still-down",
        AlertKind.WasDown => "was-down",
        var other => other.ToString().ToLowerInvariant(),
    };
}
