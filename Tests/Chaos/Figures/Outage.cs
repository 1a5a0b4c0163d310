namespace UptimeSquirrel.Chaos.Figures;

/// <summary>A time in which a website really was down.</summary>
internal sealed record Outage(int Website, DateTimeOffset From, DateTimeOffset To)
{
    // A look that began just before may have been answered just after.
    private static readonly TimeSpan _blur = TimeSpan.FromSeconds(1);

    public bool Covers(int website, DateTimeOffset moment) => Website == website && moment >= From - _blur && moment <= To + _blur;
}
