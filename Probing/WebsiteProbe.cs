namespace UptimeSquirrel.Probing;

/// <summary>Makes probes where there is no container of services, such as on the command line.</summary>
public static class WebsiteProbe
{
    /// <summary>A probe that looks at websites over the network of this machine.</summary>
    /// <param name="options">How to look.</param>
    /// <param name="time">The clock that budgets and measurements go by.</param>
    public static IWebsiteProbe Create(ProbeOptions options, TimeProvider time) => new HttpProbe(options, time);

    /// <summary>Who we say that we are.</summary>
    /// <param name="url">The page that says more.</param>
    public static string UserAgent(string url) => HopSender.UserAgent(url);
}
