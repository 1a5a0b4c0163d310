namespace UptimeSquirrel.Grains.Heartbeats;

/// <summary>Where jobs call. Section <c>Heartbeats</c>.</summary>
public sealed class HeartbeatOptions
{
    /// <summary>The address under which jobs reach the HTTP port of the silos: an http or https address.</summary>
    /// <remarks>Default: the first of <c>Urls</c>, which on its default is reached from this machine alone. What is below <c>/ping/</c> there must come to any silo.</remarks>
    public string PublicUrl { get; set; } = "";
}
