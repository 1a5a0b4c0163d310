namespace UptimeSquirrel.Chaos.Figures;

/// <summary>A silo that ended without a goodbye. What it saw in this time may have been in its memory only.</summary>
/// <param name="Silo">Which one, from 1.</param>
/// <param name="From">What it saw before must be in the database.</param>
/// <param name="To">When it had ended.</param>
internal sealed record Death(int Silo, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The journal is written every quarter of a second; a batch under way when the end comes may be lost as well.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(2);

    public bool MayHaveLost(Visit visit) => (visit.Silo == Silo || visit.Silo == 0) && visit.At >= From && visit.At <= To;

    /// <summary>Finds the deaths among all ends of silos. One that was killed, frozen or cut off could tell nothing from that moment on.</summary>
    public static IEnumerable<Death> Among(IEnumerable<SiloEnd> ends, IReadOnlyList<FaultWindow> faults) =>
        from end in ends
        where !end.WasAsked
        let silenced = faults.FirstOrDefault(fault =>
            fault.Kind is FaultKind.Kill or FaultKind.Freeze or FaultKind.Cut && fault.Silo == end.Silo && fault.Touches(end.At, end.At))
        select new Death(end.Silo, (silenced?.From ?? end.At) - Memory, end.At);
}
