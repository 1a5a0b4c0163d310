using Microsoft.Extensions.Logging;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Vantages;

/// <summary>Looks at websites for other silos.</summary>
internal sealed class VantageService(GrainId id, Silo silo, ILoggerFactory loggers, IWebsiteProbe probe, IVantages vantages)
    : GrainService(id, silo, loggers), IVantageService
{
    public Task<Sighting?> LookAsync(
        WebsiteUrl url, TimeSpan? timeout, CheckMethod method, AcceptedStatuses accept, CancellationToken cancellationToken)
    {
        // All that is asked of a silo takes turns on one scheduler: a look must not run there.
        return Task.Run(LookAsync, CancellationToken.None);

        async Task<Sighting?> LookAsync()
        {
            var result = await probe.LookAsync(new CheckRequest(url, timeout, method), cancellationToken);
            return vantages.Here.Saw(result, VerdictRules.Judge(result, accept));
        }
    }
}
