using Microsoft.Extensions.Logging;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Doubt;
using UptimeSquirrel.Grains.Secrets;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Grains.Vantages;

/// <summary>Looks at websites for other silos.</summary>
internal sealed class VantageService(GrainId id, Silo silo, ILoggerFactory loggers, ProbeWithSecrets probe, IVantages vantages, ISelfDoubt doubt)
    : GrainService(id, silo, loggers), IVantageService
{
    public Task<Sighting?> LookAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        // All that is asked of a silo takes turns on one scheduler: a look must not run there.
        return Task.Run(LookAsync, CancellationToken.None);

        async Task<Sighting?> LookAsync()
        {
            var result = await probe.LookAsync(VantageRules.ForSecondOpinion(request), cancellationToken);
            var verdict = VerdictRules.Judge(result, request.Accept);

            // What was not seen, or may be our own failure, is no answer. Whose website it is makes no difference to that.
            var counts = verdict.IsHealthy || (!verdict.CouldNotLook && await doubt.MayCallDownAsync(new SampleWebsite(default, request)));
            return counts ? vantages.Here.Saw(result, verdict) : null;
        }
    }
}
