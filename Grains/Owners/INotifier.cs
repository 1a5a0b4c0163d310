using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>A kind of channel: tells people alerts in one particular way.</summary>
public interface INotifier
{
    /// <summary>What it is and what it takes.</summary>
    ChannelKind Kind { get; }

    /// <summary>What is wrong with the values, a sentence each; that all are known, given and of a sane length has been seen to.</summary>
    IReadOnlyList<string> Problems(ChannelSettings settings);

    /// <summary>Tries once. Never throws because of what the other side does.</summary>
    /// <param name="letter">What to tell. Telling it twice must be recognisable as the same by <see cref="Letter.MessageId"/>, where the other side can.</param>
    /// <param name="settings">Over which channel; good by <see cref="Problems"/>.</param>
    /// <param name="cancellationToken">Gives up early.</param>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> asked for it.</exception>
    Task<DeliveryAnswer> DeliverAsync(Letter letter, ChannelSettings settings, CancellationToken cancellationToken);
}

/// <summary>What came of one attempt to tell somebody.</summary>
public abstract record DeliveryAnswer
{
    private DeliveryAnswer() { }

    /// <summary>Why the owner's template could not be used, so that the usual words were sent; null when it could, or there is none.</summary>
    public string? TemplateProblem { get; init; }

    /// <summary>The other side took it over.</summary>
    /// <param name="Answer">In its own words.</param>
    /// <param name="ProviderId">What it calls the message; null when it has no name for it.</param>
    public sealed record Delivered(string Answer, string? ProviderId = null) : DeliveryAnswer;

    /// <summary>Not now: worth another attempt.</summary>
    /// <param name="Reason">Why not.</param>
    /// <param name="After">How long the other side wants to be left alone; null when it did not say.</param>
    public sealed record TryAgain(string Reason, TimeSpan? After = null) : DeliveryAnswer;

    /// <summary>Not ever.</summary>
    /// <param name="Reason">Why not.</param>
    /// <param name="IsChannelBroken">Whether no other message will get through either, until somebody mends the channel.</param>
    public sealed record GiveUp(string Reason, bool IsChannelBroken = false) : DeliveryAnswer;
}
