using UptimeSquirrel.Grains.Owners.Links;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>One alert, or several told together, on their way over one channel, for that channel to lay out.</summary>
public sealed record Letter
{
    /// <summary>What names it for ever: the alert's id; of several alerts, a name made of the first one's id and of which they are.</summary>
    public required string Id { get; init; }

    /// <summary>The alert; of several, the one that matters most.</summary>
    public required Alert Alert { get; init; }

    /// <summary>All it tells, oldest first.</summary>
    public required IReadOnlyList<Alert> Alerts { get; init; }

    /// <summary>What it says.</summary>
    public required AlertMessage Words { get; init; }

    /// <summary>32 hexadecimal digits, the same at every attempt, so that a repeat can be recognised. They give away neither alert nor recipient.</summary>
    public required string MessageId { get; init; }

    /// <summary>The <see cref="MessageId"/> of the letter that opened the incident; its own when it is that letter, or tells several alerts.</summary>
    public required string ThreadId { get; init; }

    /// <summary>How much it matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Whether it says that the incident is over, or all incidents that it is about.</summary>
    public required bool IsAllClear { get; init; }

    /// <summary>What a reader can do about it with one click; empty when nothing.</summary>
    public IReadOnlyList<ActionLink> Actions { get; init; } = [];

    /// <summary>Whether it tells several alerts.</summary>
    public bool IsBundle => Alerts.Count > 1;

    /// <summary>The address of the website it is about; null when it is about none, or several.</summary>
    public string? Link => Alerts.Any(alert => alert.Website != Alert.Website) ? null : Alert.Url?.Text;
}
