namespace UptimeSquirrel.Grains.Cluster;

/// <summary>Where a website belongs: on the silo that has its reminder, so that its ticks cross no network and a new silo gets its share.</summary>
internal sealed class Home(SiloServiceClient silos, ILocalSiloDetails here)
{
    private volatile IRingRange? _range;

    /// <summary>This silo's part of the ring is another one now.</summary>
    public void MoveTo(IRingRange range) => _range = range;

    /// <summary>Whether a grain's reminders are this silo's; asked after every check, so it looks nothing up.</summary>
    public bool IsHere(GrainId grain) => _range?.InRange(grain) ?? true;

    /// <summary>The other silo that has this grain's reminders; null when that is this one.</summary>
    public SiloAddress? Elsewhere(GrainId grain) => silos.OwnerOf(grain) is { } owner && !owner.Equals(here.SiloAddress) ? owner : null;
}
