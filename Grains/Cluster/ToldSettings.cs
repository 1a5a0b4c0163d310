using UptimeSquirrel.Cluster;

namespace UptimeSquirrel.Grains.Cluster;

/// <summary>What this silo was told, for whoever asks it. Whoever starts it says that; it never changes while it runs.</summary>
/// <param name="Settings">Every setting there is, secrets masked.</param>
public sealed record ToldSettings(IReadOnlyList<SettingInForce> Settings);
