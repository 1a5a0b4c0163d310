namespace UptimeSquirrel.Checks;

/// <summary>What one silo saw of a website: a verdict together with the place and moment of the look.</summary>
[GenerateSerializer, Immutable, Alias("uptime.sighting")]
public sealed record Sighting
{
    /// <summary>Which silo looked, by its name.</summary>
    [Id(0)]
    public required string Silo { get; init; }

    /// <summary>The region that silo stands in, in its operator's words.</summary>
    [Id(1)]
    public required string Region { get; init; }

    /// <summary>When the look began, UTC.</summary>
    [Id(2)]
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took.</summary>
    [Id(3)]
    public required TimeSpan Took { get; init; }

    /// <summary>The final HTTP status; null when there was no answer.</summary>
    [Id(4)]
    public int? StatusCode { get; init; }

    /// <summary>What was wrong; null when the website answered as it should.</summary>
    [Id(5)]
    public Problem? Problem { get; init; }

    /// <summary>The address and port connected to last; null when there was no connection, and for a silo of an earlier version.</summary>
    [Id(6)]
    public string? ConnectedTo { get; init; }

    /// <summary>Whether that silo saw the website answer as it should.</summary>
    public bool IsHealthy => Problem is null;
}
