using System.ComponentModel.DataAnnotations;

namespace UptimeSquirrel.Silo.Settings;

/// <summary>Who this silo is, and how others reach it. Section <c>Cluster</c>.</summary>
public sealed class ClusterSettings
{
    // Said of both: to a regular expression rule, an empty text is as good as none.
    private const string NameRule = "expected 1 to 64 letters, digits, '-', '_' or '.'.";

    /// <summary>The port on which other silos reach this one. Never public: what comes in there is trusted.</summary>
    /// <remarks>1 to 65535; default 11111.</remarks>
    [Range(1, 65535)]
    public int SiloPort { get; set; } = 11111;

    /// <summary>The port on which clients reach this silo. Never public: what comes in there is trusted.</summary>
    /// <remarks>1 to 65535; default 30000.</remarks>
    [Range(1, 65535)]
    public int GatewayPort { get; set; } = 30000;

    /// <summary>The IP address under which other silos and clients reach this one.</summary>
    /// <remarks>Default: loopback on SQLite, else the address of this machine towards its gateway, else its first that is not loopback.</remarks>
    public string? AdvertisedAddress { get; set; }

    /// <summary>Silos with the same id and the same database form one cluster; clients must name it too.</summary>
    /// <remarks>1 to 64 letters, digits, '-', '_' or '.'; default <c>uptimesquirrel</c>.</remarks>
    [MinLength(1, ErrorMessage = NameRule), RegularExpression("[A-Za-z0-9._-]{1,64}", ErrorMessage = NameRule)]
    public string ClusterId { get; set; } = ClusterDefaults.ClusterId;

    /// <summary>Where this silo stands, in your words: a city, a hoster, a country.</summary>
    /// <remarks>1 to 64 letters, digits, '-', '_' or '.'; default <c>default</c>.</remarks>
    [MinLength(1, ErrorMessage = NameRule), RegularExpression("[A-Za-z0-9._-]{1,64}", ErrorMessage = NameRule)]
    public string Region { get; set; } = "default";

    /// <summary>Whether administrators find the dashboard of Orleans at <c>/orleans</c>: which grains there are, what is asked of them, and how fast they answer.</summary>
    /// <remarks>Default <c>false</c>, because it counts every call of every grain while somebody looks. Set it on every silo, or on none.</remarks>
    public bool OrleansDashboard { get; set; }
}
