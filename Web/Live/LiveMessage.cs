using UptimeSquirrel.Live;

namespace UptimeSquirrel.Web.Live;

/// <summary>What a viewer is told.</summary>
/// <param name="Sign">What kind of message it is.</param>
/// <param name="Id">Names news, so that a viewer who comes back can say what was the last; else null.</param>
/// <param name="News">What happened; null when it is no news.</param>
internal sealed record LiveMessage(LiveSign Sign, string? Id = null, LiveNews? News = null)
{
    public static LiveMessage Listening { get; } = new(LiveSign.Listening);

    public static LiveMessage Missed { get; } = new(LiveSign.Missed);
}

/// <summary>The kinds of messages.</summary>
internal enum LiveSign
{
    /// <summary>Something happened.</summary>
    News,

    /// <summary>From now on nothing is missed unnoticed: what was read before may be old.</summary>
    Listening,

    /// <summary>Something was missed: everything on show has to be read again.</summary>
    Missed,
}
