namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Everything a run is judged by: what the websites, the mail server and the database have, and what was done to them.</summary>
internal sealed record Evidence
{
    /// <summary>Checks and gaps are counted between these two moments; mails, incidents and rows whenever they came.</summary>
    public required DateTimeOffset Begin { get; init; }

    public required DateTimeOffset End { get; init; }
    public required int Websites { get; init; }
    public required TimeSpan Interval { get; init; }

    /// <summary>How long the repeated looks take until a website that fails is down.</summary>
    public required TimeSpan TimeToConfirm { get; init; }

    /// <summary>The share of the checks due that must have been made, 0 to 1.</summary>
    public required double LeastCoverage { get; init; }

    public IReadOnlyList<FaultWindow> Faults { get; init; } = [];
    public IReadOnlyList<Outage> Outages { get; init; } = [];
    public IReadOnlyList<Death> Deaths { get; init; } = [];

    /// <summary>From the log of the websites, oldest first.</summary>
    public IReadOnlyList<Visit> Visits { get; init; } = [];

    /// <summary>From the log of the mail server, oldest first.</summary>
    public IReadOnlyList<Mail> Mails { get; init; } = [];

    public IReadOnlyList<Schedule> Schedules { get; init; } = [];
    public IReadOnlyList<CheckRow> Checks { get; init; } = [];
    public IReadOnlyList<IncidentRow> Incidents { get; init; } = [];
    public IReadOnlyList<DeliveryRow> Deliveries { get; init; } = [];

    /// <summary>Sums in the database that are not the sums of its rows, a sentence each.</summary>
    public IReadOnlyList<string> WrongSums { get; init; } = [];

    /// <summary>The fault that excuses most of what happened between two moments; null when there was none.</summary>
    public FaultWindow? FaultBetween(DateTimeOffset from, DateTimeOffset to) =>
        Faults.Where(fault => fault.Touches(from, to)).MaxBy(fault => fault.Takeover);
}
