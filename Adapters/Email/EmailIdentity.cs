using System.Security.Cryptography;
using System.Text;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>What one mail is called: the same alert to the same recipient has the same name, whoever sends it and however often.</summary>
internal static class EmailIdentity
{
    /// <summary>32 hexadecimal digits that give away neither alert nor recipient.</summary>
    public static string Key(string alertId, EmailAddress recipient) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{alertId}\n{recipient.Text}")).AsSpan(0, 16));

    /// <summary>The Message-ID, without angle brackets.</summary>
    public static string MessageId(string alertId, EmailAddress recipient, string domain) => $"{Key(alertId, recipient)}@{domain}";

    /// <summary>The name of the file in the pickup folder: sorts by time, and a person sees what it is about.</summary>
    public static string FileName(Alert alert, EmailAddress recipient)
    {
        var time = alert.DecidedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var host = string.Concat((alert.Url?.ToUri().IdnHost ?? alert.Name).Take(100).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_'));
        var kind = alert.Kind switch
        {
            AlertKind.WentDown => "DOWN",
            AlertKind.CameBack => "UP",
            AlertKind.SiloInDoubt => "DOUBT",
            AlertKind.StartedFlapping => "FLAPPING",
            AlertKind.SteadyAgain => "STEADY",
            _ => "SURE",
        };
        return $"{time}-{kind}-{host}-{Key(alert.Id, recipient)[..12]}.eml";
    }
}
