namespace UptimeSquirrel.Chaos.Upgrading;

/// <summary>There is nothing to upgrade from.</summary>
internal sealed class NoPreviousVersionException(string message) : Exception(message)
{
    /// <summary>It was asked for by a name that means nothing here.</summary>
    public bool IsMistake { get; init; }
}
