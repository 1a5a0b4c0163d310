using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Absence;

/// <summary>A website whose alerts are in the spool.</summary>
internal sealed record SpooledWebsite(WebsiteId Id, KeptAlerts Kept, IReadOnlyList<SpooledAlert> Alerts)
{
    public static SpooledWebsite From(WebsiteId id, KeptAlerts kept, SpooledWebsite? before) => new(
        id, kept,
        [.. kept.Alerts.Select(alert => before?.Alerts.FirstOrDefault(known => known.Alert.Id == alert.Id) ?? new SpooledAlert(alert, [], IsAccepted: false))]);

    public SpooledWebsite With(string alertId, Func<SpooledAlert, SpooledAlert> change) =>
        this with { Alerts = [.. Alerts.Select(alert => alert.Alert.Id == alertId ? change(alert) : alert)] };
}

/// <summary>An alert in the spool.</summary>
/// <param name="Alert">What to tell.</param>
/// <param name="Deliveries">Every attempt made from here, oldest first.</param>
/// <param name="IsAccepted">Whether the owner's grain has stored it, so that the rest is for its outbox to tell.</param>
internal sealed record SpooledAlert(Alert Alert, IReadOnlyList<Delivery> Deliveries, bool IsAccepted);
