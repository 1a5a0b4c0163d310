using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Tests.Reliability;

/// <summary>Made-up evidence of a run in which every promise was kept; each test spoils one thing.</summary>
/// <remarks>
/// Four websites, one check each in every ten seconds for ten minutes. Website 1 was down for a minute, silo 2 was killed in the fifth minute.
/// </remarks>
internal static class GoodRun
{
    public static readonly DateTimeOffset Begin = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    public static readonly FaultWindow Kill = new(FaultKind.Kill, 2, At(240), At(290));
    public static readonly Outage Outage = new(1, At(62), At(125));
    public static readonly IncidentRow Incident = new("alert1", 1, At(71), At(131));
    public static readonly Mail Down = new(At(75), 1, IsDown: true, "alert1", "<1@x>", null, "a@x");
    public static readonly Mail Up = new(At(134), 1, IsDown: false, "alert2", "<2@x>", "<1@x>", "a@x");

    public static Evidence Evidence { get; } = Make();

    public static DateTimeOffset At(double seconds) => Begin.AddSeconds(seconds);

    /// <summary>The visits of a website that did not come in this time.</summary>
    public static Evidence Without(int website, double from, double to) => Evidence with
    {
        Visits = [.. Evidence.Visits.Where(visit => visit.Website != website || visit.At < At(from) || visit.At > At(to))],
    };

    public static CheckRow RowOf(Visit visit, bool isHealthy = true) => new(visit.Website, visit.At.AddMilliseconds(-3), TimeSpan.FromMilliseconds(5), isHealthy);

    private static Evidence Make()
    {
        var visits = Enumerable.Range(0, 60).SelectMany(tick => Enumerable.Range(0, 4).Select(website => new Visit(website, At(tick * 10 + website + 1.02), website % 3 + 1))).ToArray();
        return new Evidence
        {
            Begin = Begin,
            End = At(600),
            Websites = 4,
            Interval = Interval,
            TimeToConfirm = TimeSpan.FromSeconds(3),
            LeastCoverage = 0.995,
            Faults = [Kill],
            Outages = [Outage],
            Deaths = [.. Death.Among([new SiloEnd(2, At(240), 137, WasAsked: false)], [Kill])],
            Visits = visits,
            Checks = [.. visits.Select(visit => RowOf(visit, !Outage.Covers(visit.Website, visit.At)))],
            Schedules = [.. Enumerable.Range(0, 4).Select(website => new Schedule(website, At(website + 1 - 1000), Interval))],
            Incidents = [Incident],
            Mails = [Down, Up],
            Deliveries = [new DeliveryRow("alert1", "a@x", 1, At(75), IsDelivered: true), new DeliveryRow("alert2", "a@x", 1, At(134), IsDelivered: true)],
        };
    }
}
