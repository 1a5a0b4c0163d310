using System.Security.Cryptography;
using System.Text;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Addresses an alert to one channel. Same alert and channel, same letter, always.</summary>
public static class LetterWriter
{
    /// <summary>Writes the letter.</summary>
    /// <param name="alert">What to tell.</param>
    /// <param name="channel">The channel's id; for an e-mail address the address.</param>
    public static Letter Write(Alert alert, string channel) => new()
    {
        Alert = alert,
        Words = AlertWriter.Write(alert),
        MessageId = Key(alert.Id, channel),
        ThreadId = Key(alert.IncidentId, channel),
        Severity = SeverityOf(alert.Kind),
        IsAllClear = alert.Kind is AlertKind.CameBack or AlertKind.WasDown or AlertKind.SiloSureAgain,
    };

    /// <summary>How much an alert of this kind matters.</summary>
    public static Severity SeverityOf(AlertKind kind) => kind switch
    {
        AlertKind.CameBack or AlertKind.WasDown or AlertKind.SiloSureAgain or AlertKind.Report or AlertKind.Test => Severity.Info,
        AlertKind.ChannelBroke => Severity.Warning,
        _ => Severity.Critical,
    };

    private static string Key(string alertId, string channel) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{alertId}\n{channel}")).AsSpan(0, 16));
}
