using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Incidents;

/// <summary>Where an alert stands in the story of an outage. One that makes the website flap begins a story that ends when the website is steady again.</summary>
internal static class OutageRules
{
    /// <summary>Whether it is the first that an owner hears of an outage.</summary>
    public static bool Begins(Alert alert) => alert.Kind is AlertKind.WentDown or AlertKind.StartedFlapping;

    /// <summary>Whether it says that an outage goes on.</summary>
    public static bool GoesOn(Alert alert) => alert.Kind == AlertKind.StillDown || alert is { Kind: AlertKind.SteadyAgain, EndedAt: null };

    /// <summary>Whether it says that an outage is over.</summary>
    public static bool Ends(Alert alert) => alert.Kind is AlertKind.CameBack or AlertKind.WasDown || alert is { Kind: AlertKind.SteadyAgain, EndedAt: not null };

    /// <summary>
    /// The open incident that an alert belongs to; null when there is none. What ends may be a later outage than the one that was told: the others in
    /// between were not told one by one, because the website flapped.
    /// </summary>
    public static OpenIncident? OpenOf(OwnerState state, Alert alert) =>
        state.Open.Find(open => open.Id == alert.IncidentId) ??
        (Ends(alert) ? state.Open.Find(open => open.BeganFlapping && open.Website == alert.Website && open.StartedAt <= alert.StartedAt) : null);

    /// <summary>
    /// The alert under the name of the incident that its owner was told of. Programs close what that name opened, and mail programs show both as one
    /// conversation. A website decides that itself (<c>Trouble.ToldAs</c>), but for outages that go on since an earlier version: those it names after the latest one.
    /// </summary>
    public static Alert InItsIncident(OwnerState state, Alert alert) =>
        Ends(alert) && OpenOf(state, alert) is { } open ? alert with { IncidentId = open.Id } : alert;

    /// <summary>The alert in the outbox that told, or is to tell, the beginning of what this one is about; null when everybody has been told.</summary>
    public static WaitingAlert? BeginningOf(OwnerState state, Alert alert)
    {
        var incident = OpenOf(state, alert)?.Id ?? alert.IncidentId;
        return state.Waiting.Find(waiting => waiting.Alert.Id == incident);
    }
}
