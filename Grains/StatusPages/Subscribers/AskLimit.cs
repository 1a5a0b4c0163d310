using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.StatusPages.Subscribers;

/// <summary>Keeps a form that anybody may fill in from filling somebody's mailbox.</summary>
internal sealed class AskLimit
{
    private const int MostInAnHour = 200;
    private static readonly TimeSpan _oncePerAddress = TimeSpan.FromHours(1);

    private readonly Dictionary<EmailAddress, DateTimeOffset> _asked = [];

    /// <summary>Whether one more mail may go to this address.</summary>
    public bool MayAsk(EmailAddress address, DateTimeOffset now)
    {
        foreach (var old in _asked.Where(asked => now - asked.Value >= _oncePerAddress).Select(asked => asked.Key).ToArray())
            _asked.Remove(old);
        return _asked.Count < MostInAnHour && _asked.TryAdd(address, now);
    }
}
