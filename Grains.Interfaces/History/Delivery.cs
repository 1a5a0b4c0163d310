using UptimeSquirrel.Owners;

namespace UptimeSquirrel.History;

/// <summary>One attempt to tell one person one alert.</summary>
[GenerateSerializer, Immutable, Alias("uptime.delivery")]
public sealed record Delivery
{
    /// <summary>Which alert.</summary>
    [Id(0)]
    public required string AlertId { get; init; }

    /// <summary>Whose alert.</summary>
    [Id(1)]
    public required OwnerId Owner { get; init; }

    /// <summary>Over which channel: its id, or <c>email</c> for an e-mail address.</summary>
    [Id(2)]
    public required string Channel { get; init; }

    /// <summary>To whom; masked where that is a secret.</summary>
    [Id(3)]
    public required string Recipient { get; init; }

    /// <summary>Which attempt, from 1.</summary>
    [Id(4)]
    public required int Attempt { get; init; }

    /// <summary>When, UTC.</summary>
    [Id(5)]
    public required DateTimeOffset At { get; init; }

    /// <summary>What came of it.</summary>
    [Id(6)]
    public required DeliveryOutcome Outcome { get; init; }

    /// <summary>The answer: the server's words, or why it failed.</summary>
    [Id(7)]
    public required string Answer { get; init; }

    /// <summary>What the alert was about, in one line; empty in records of earlier versions.</summary>
    [Id(8)]
    public string Subject { get; init; } = "";
}

/// <summary>What came of an attempt to tell somebody. The numbers are stored: never reuse one.</summary>
[GenerateSerializer, Alias("uptime.delivery-outcome")]
public enum DeliveryOutcome
{
    /// <summary>Taken over by the other side.</summary>
    Delivered = 0,

    /// <summary>Not now; it will be tried again.</summary>
    TryAgain = 1,

    /// <summary>Not ever; it will not be tried again.</summary>
    GaveUp = 2,
}
