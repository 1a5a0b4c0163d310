namespace UptimeSquirrel.Grains.Owners;

/// <summary>What was set for one channel, secrets in the clear: only for the moment of a delivery, never to be logged or shown.</summary>
public sealed class ChannelSettings(IReadOnlyDictionary<string, string> values)
{
    /// <summary>The value of a setting; empty when it was not given.</summary>
    public string this[string name] => values.GetValueOrDefault(name, "");

    /// <summary>The value of a setting, or what stands in for one that was not given.</summary>
    public string Or(string name, string otherwise) => this[name] is { Length: > 0 } value ? value : otherwise;

    /// <summary>Whether a setting was given.</summary>
    public bool Has(string name) => this[name].Length > 0;
}
