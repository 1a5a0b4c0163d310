namespace UptimeSquirrel.Looks;

/// <summary>How much it takes to call one website down or up, where that is other than the installation is configured.</summary>
[GenerateSerializer, Immutable, Alias("uptime.patience-settings")]
public sealed record PatienceSettings
{
    /// <summary>
    /// How long to wait before each further look after a failed one: up to 5 delays of 1 second to 5 minutes, and none = one failed check is
    /// enough. Null = as configured.
    /// </summary>
    [Id(0)]
    public IReadOnlyList<TimeSpan>? RecheckDelays { get; init; }

    /// <summary>How many good looks in a row end an incident, 1 to 5; null = as configured.</summary>
    [Id(1)]
    public int? SuccessesBeforeUp { get; init; }

    /// <summary>Whether two say the same.</summary>
    public bool IsSameAs(PatienceSettings other) =>
        SuccessesBeforeUp == other.SuccessesBeforeUp &&
        (RecheckDelays is null ? other.RecheckDelays is null : other.RecheckDelays is not null && RecheckDelays.SequenceEqual(other.RecheckDelays));
}
