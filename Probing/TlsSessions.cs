using System.Globalization;

namespace UptimeSquirrel.Probing;

/// <summary>The room that this process has for encrypted sessions that may be resumed. The platform keeps them, one for each host name.</summary>
public static class TlsSessions
{
    // Mail servers, webhooks and whatever else this process talks to.
    private const int OfOthers = 1000;

    /// <summary>Makes room for so many websites. Only before the first encrypted connection of this process: later it changes nothing.</summary>
    /// <param name="websites">See <see cref="ProbeOptions.ResumableWebsites"/>.</param>
    public static void MakeRoomFor(int websites) =>
        AppContext.SetData("System.Net.Security.TlsCacheSize", (websites + OfOthers).ToString(CultureInfo.InvariantCulture));
}
