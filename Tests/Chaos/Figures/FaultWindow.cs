namespace UptimeSquirrel.Chaos.Figures;

/// <summary>One fault, from its first moment until all silos were back and had had time to share the work anew.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Silo">To which silo; 0 = to the database.</param>
/// <param name="From">When it began.</param>
/// <param name="To">When its traces must be gone.</param>
internal sealed record FaultWindow(FaultKind Kind, int Silo, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>How long the others may need to take over; more than that is a broken promise.</summary>
    public TimeSpan Takeover => Kind switch
    {
        FaultKind.Kill or FaultKind.Stop => TimeSpan.FromSeconds(15),
        FaultKind.Freeze or FaultKind.Cut => TimeSpan.FromSeconds(40),

        // Without the database every silo goes on with what it has: there is nothing to take over.
        _ => TimeSpan.Zero,
    };

    public bool Touches(DateTimeOffset from, DateTimeOffset to) => from < To && to > From;

    public override string ToString() => $"{Kind}{(Silo > 0 ? $" of silo {Silo}" : "")} from {From:HH:mm:ss.fff} to {To:HH:mm:ss.fff}";
}
