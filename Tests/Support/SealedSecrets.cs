using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Tests.Support;

/// <summary>Keeps secrets by turning them round, and loses those it is told to lose.</summary>
internal sealed class SealedSecrets : ISecretKeeper
{
    private const string Seal = "sealed:";

    /// <summary>Whether the key is gone.</summary>
    public bool HasLostKey { get; set; }

    public string Keep(string secret) => Seal + Turned(secret);

    public string? Reveal(string kept) => HasLostKey || !kept.StartsWith(Seal, StringComparison.Ordinal) ? null : Turned(kept[Seal.Length..]);

    private static string Turned(string text) => string.Concat(text.Reverse());
}
