using Orleans.Services;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Vantages;

/// <summary>What a silo does for the others: there is one of these in each, and it is the silo that is addressed.</summary>
[Alias("uptime.vantage")]
internal interface IVantageService : IGrainService
{
    /// <summary>Looks at a website from here; null when this silo would rather not say.</summary>
    [Alias("Look")]
    Task<Sighting?> LookAsync(WebsiteUrl url, TimeSpan? timeout, CheckMethod method, AcceptedStatuses accept, CancellationToken cancellationToken);
}
