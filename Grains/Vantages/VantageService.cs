using Microsoft.Extensions.Logging;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Doubt;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Vantages;

/// <summary>Looks at websites for other silos.</summary>
internal sealed class VantageService(GrainId id, Silo silo, ILoggerFactory loggers, IWebsiteProbe probe, IVantages vantages, ISelfDoubt doubt)
    : GrainService(id, silo, loggers), IVantageService
{
    public Task<Sighting?> LookAsync(
        WebsiteUrl url, TimeSpan? timeout, CheckMethod method, AcceptedStatuses accept, CancellationToken cancellationToken)
    {
        // All that is asked of a silo takes turns on one scheduler: a look must not run there.
        return Task.Run(LookAsync, CancellationToken.None);

        async Task<Sighting?> LookAsync()
        {
            var request = new CheckRequest(url, timeout, method);
            var result = await probe.LookAsync(request, cancellationToken);
            var verdict = VerdictRules.Judge(result, accept);

            // What was not seen, or may be our own failure, is no answer. Whose website it is makes no difference to that.
            var counts = verdict.IsHealthy || (!verdict.CouldNotLook && await doubt.MayCallDownAsync(new SampleWebsite(default, request, accept)));
            return counts ? vantages.Here.Saw(result, verdict) : null;
        }
    }
}
