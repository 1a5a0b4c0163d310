using System.Threading.Channels;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Web.Live;

/// <summary>Somebody who looks now. What they do not take in time is dropped, and they are told that they missed something.</summary>
/// <param name="onlyOwner">Whose websites they may see; null = everybody's.</param>
internal sealed class Viewer(OwnerId? onlyOwner)
{
    private const int MostWaiting = 200;

    private readonly Channel<LiveMessage> _waiting = Channel.CreateBounded<LiveMessage>(MostWaiting);
    private int _hasMissed;

    public ChannelReader<LiveMessage> Waiting => _waiting.Reader;

    /// <summary>Whether something was missed since this was last asked.</summary>
    public bool TakeMissed() => Interlocked.Exchange(ref _hasMissed, 0) == 1;

    public void Tell(LiveMessage message)
    {
        if (message.News is { } news && onlyOwner is not null && news.Owner != onlyOwner)
            return;
        if (!_waiting.Writer.TryWrite(message))
            Interlocked.Exchange(ref _hasMissed, 1);
    }
}
