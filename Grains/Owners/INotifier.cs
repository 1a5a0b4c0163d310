using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Tells one person one alert over one channel.</summary>
public interface INotifier
{
    /// <summary>The channel's name in the delivery log: <c>email</c>.</summary>
    string Channel { get; }

    /// <summary>Tries once. Never throws because of what the other side does.</summary>
    /// <param name="alert">What to tell. Telling it twice must be recognisable as the same: same alert and recipient, same message id.</param>
    /// <param name="recipient">Whom to tell.</param>
    /// <param name="cancellationToken">Gives up early.</param>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> asked for it.</exception>
    Task<DeliveryAnswer> DeliverAsync(Alert alert, EmailAddress recipient, CancellationToken cancellationToken);
}

/// <summary>What came of one attempt to tell somebody.</summary>
public abstract record DeliveryAnswer
{
    private DeliveryAnswer() { }

    /// <summary>The other side took it over; in its own words.</summary>
    public sealed record Delivered(string Answer) : DeliveryAnswer;

    /// <summary>Not now: worth another attempt.</summary>
    public sealed record TryAgain(string Reason) : DeliveryAnswer;

    /// <summary>Not ever: this recipient or message is refused for good.</summary>
    public sealed record GiveUp(string Reason) : DeliveryAnswer;
}
