namespace UptimeSquirrel.Grains.Owners;

/// <summary>Makes secrets fit to be stored, and readable again on any silo.</summary>
public interface ISecretKeeper
{
    /// <summary>The secret as it may be stored.</summary>
    string Keep(string secret);

    /// <summary>The secret that was kept; null when it was kept with a key that this silo does not have.</summary>
    string? Reveal(string kept);
}
