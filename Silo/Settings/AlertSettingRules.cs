using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Silo.Settings;

/// <summary>What makes sense for alerts.</summary>
internal static class AlertSettingRules
{
    private static readonly TimeSpan _soonest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _latest = TimeSpan.FromDays(30);

    public static IEnumerable<string> Problems(AlertOptions alerts)
    {
        for (var i = 0; i < alerts.Reminders.Count; i++)
        {
            var reminder = alerts.Reminders[i];
            if (reminder < _soonest || reminder > _latest)
                yield return $"Alerts:Reminders:{i} is {reminder}; expected {_soonest} to {_latest}.";
            else if (i > 0 && reminder <= alerts.Reminders[i - 1])
                yield return $"Alerts:Reminders:{i} is {reminder}; expected more than the one before, {alerts.Reminders[i - 1]}.";
        }

        if (alerts.PublicUrl.Length > 0 && !(SettingValue.IsHttp(alerts.PublicUrl, out var url) && url is { Query: "", Fragment: "", UserInfo: "" }))
            yield return $"Alerts:PublicUrl is '{SettingValue.Show(alerts.PublicUrl)}'; expected an http or https address without a query, such as https://monitor.example.org.";
    }
}
