using Orleans.Services;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Grains.Vantages;

/// <summary>What a silo does for the others: there is one of these in each, and it is the silo that is addressed.</summary>
[Alias("uptime.vantage")]
internal interface IVantageService : IGrainService
{
    /// <summary>Looks at a website from here; null when this silo would rather not say.</summary>
    [Alias("LookAt")]
    Task<Sighting?> LookAsync(CheckRequest request, CancellationToken cancellationToken);
}
