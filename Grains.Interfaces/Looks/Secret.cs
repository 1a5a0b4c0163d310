using System.Text.Json.Serialization;

namespace UptimeSquirrel.Looks;

/// <summary>A text that is taken in and used, but never shown again: neither its text nor its length gets out of the silos.</summary>
[GenerateSerializer, Immutable, Alias("uptime.secret")]
public sealed record Secret
{
    /// <summary>One that is set, which is all that may be known about it.</summary>
    public static Secret Hidden { get; } = new();

    /// <summary>The text itself: on its way in, and at the moment of its use. Never stored.</summary>
    [Id(0), JsonIgnore]
    public string? Text { get; init; }

    /// <summary>The text as it is stored: encrypted.</summary>
    [Id(1)]
    public string? Kept { get; init; }

    /// <summary>One that has just been said.</summary>
    public static Secret Of(string text) => new() { Text = text };

    /// <summary>Says nothing.</summary>
    public override string ToString() => "(set)";
}
