using UptimeSquirrel.Silo.Settings;

namespace UptimeSquirrel.Silo.Telemetry;

/// <summary>Whether the settings of telemetry make sense.</summary>
internal static class TelemetryRules
{
    private const int ShortestToken = 16;
    private const int LongestToken = 200;

    public static IEnumerable<string> Problems(TelemetryOptions telemetry)
    {
        // The token itself is not repeated: it may be right but for one character.
        if (telemetry.MetricsToken.Length > 0 && (telemetry.MetricsToken.Length is < ShortestToken or > LongestToken || !telemetry.MetricsToken.All(c => c is > ' ' and < '\u007f')))
            yield return $"Telemetry:MetricsToken has {telemetry.MetricsToken.Length} characters; expected {ShortestToken} to {LongestToken} visible ones, such as 'openssl rand -hex 16' makes.";
        if (telemetry.Otlp.Length > 0 && !SettingValue.IsHttp(telemetry.Otlp, out _))
            yield return "Telemetry:Otlp is no http or https address; expected one such as http://collector:4317.";
        if (telemetry is { Websites: 0, WebsiteTag.Length: > 0 })
            yield return "Telemetry:WebsiteTag is set, but Telemetry:Websites is 0; expected of how many websites there are to be metrics.";
    }
}
