using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Chaos.Faults;

/// <summary>Something bad that is done to the cluster and undone again.</summary>
/// <param name="kind">What.</param>
/// <param name="silo">To which silo, from 1; 0 = to the database.</param>
/// <param name="lasts">About how long it takes until everything is as before, to plan with.</param>
internal abstract class Fault(FaultKind kind, int silo, TimeSpan lasts)
{
    public FaultKind Kind => kind;
    public int Silo => silo;
    public TimeSpan Lasts => lasts;

    /// <summary>Does it, and undoes what it takes a hand to undo.</summary>
    public abstract Task StrikeAsync(Scene scene, CancellationToken cancellationToken);

    public override string ToString() => $"{kind}{(silo > 0 ? $" of silo {silo}" : "")}";
}
