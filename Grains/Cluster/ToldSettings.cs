using UptimeSquirrel.Cluster;

namespace UptimeSquirrel.Grains.Cluster;

/// <summary>What this silo was told, for whoever asks it. Whoever starts it says that; it never changes while it runs.</summary>
/// <param name="read">Puts every setting there is together, secrets masked; called when somebody first asks.</param>
public sealed class ToldSettings(Func<IReadOnlyList<SettingInForce>> read)
{
    private readonly Lazy<IReadOnlyList<SettingInForce>> _settings = new(read);

    /// <summary>Every setting there is.</summary>
    public IReadOnlyList<SettingInForce> Settings => _settings.Value;
}
