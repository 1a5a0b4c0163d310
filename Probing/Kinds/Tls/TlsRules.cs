using System.Globalization;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Whether a valid certificate lasts long enough.</summary>
internal static class TlsRules
{
    /// <summary>What is wrong, as a clause after "the certificate"; null when it lasts for that many more days.</summary>
    public static string? Ending(CertificateFacts? certificate, int days, DateTimeOffset now)
    {
        if (days == 0 || certificate is null || certificate.NotAfter - now >= TimeSpan.FromDays(days))
            return null;
        var left = (int)Math.Max(0, Math.Floor((certificate.NotAfter - now).TotalDays));
        var day = certificate.NotAfter.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"certificate expires on {day}, in {(left == 1 ? "1 day" : $"{left} days")}; at least {days} were asked for");
    }
}
