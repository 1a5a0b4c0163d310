namespace UptimeSquirrel.Chaos.Figures;

/// <summary>All figures of a run.</summary>
internal static class Assessment
{
    public static IReadOnlyList<Figure> Of(Evidence evidence) =>
    [
        Gaps.Of(evidence), Coverage.Of(evidence), FalseAlarms.Of(evidence), .. OfAlerts(evidence),
        RepeatedMails.Of(evidence), JournalRows.Of(evidence), Sums.Of(evidence),
    ];

    /// <summary>Those that become good by waiting: an alert may be on its way.</summary>
    public static IReadOnlyList<Figure> OfAlerts(Evidence evidence) =>
        [UnalertedIncidents.Of(evidence), GroundlessAlerts.Of(evidence), UndeliveredAlerts.Of(evidence)];
}
