using UptimeSquirrel.Grains.Owners.Links;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>One alert on its way over one channel, for that channel to lay out.</summary>
public sealed record Letter
{
    /// <summary>The alert.</summary>
    public required Alert Alert { get; init; }

    /// <summary>What it says.</summary>
    public required AlertMessage Words { get; init; }

    /// <summary>32 hexadecimal digits, the same at every attempt, so that a repeat can be recognised. They give away neither alert nor recipient.</summary>
    public required string MessageId { get; init; }

    /// <summary>The <see cref="MessageId"/> of the letter that opened the incident; its own when it is that letter.</summary>
    public required string ThreadId { get; init; }

    /// <summary>How much it matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Whether it says that the incident is over.</summary>
    public required bool IsAllClear { get; init; }

    /// <summary>What a reader can do about it with one click; empty when nothing.</summary>
    public IReadOnlyList<ActionLink> Actions { get; init; } = [];

    /// <summary>The address of the website it is about; null when it is about none.</summary>
    public string? Link => Alert.Url?.Text;
}
