using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Grains.Heartbeats;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

// A look for a person who wants to know. Nothing is concluded from it, so it may happen beside a check.
internal sealed partial class WebsiteGrain
{
    public async Task<IReadOnlyList<VantageLook>?> LookFromEverywhereAsync() => _website is { Standing: not Standing.Paused, Heartbeat: null } website
        ? await lookout.LookFromEverywhereAsync(WebsiteRecords.Request(website, clock.GetUtcNow()))
        : null;

    public async Task<WebsiteTrace?> TraceAsync()
    {
        if (_website is not { Standing: not Standing.Paused } website)
            return null;
        var request = WebsiteRecords.Request(website, clock.GetUtcNow()) with { WantsTrace = true };
        var result = website.Heartbeat is null ? await lookout.LookAsync(request) : HeartbeatRules.Look(website, clock.GetUtcNow());
        return new WebsiteTrace
        {
            Silo = ServiceProvider.GetRequiredService<ILocalSiloDetails>().Name,
            Result = result,
            Verdict = VerdictRules.Judge(result, website.Settings.Accept),
            Rule = VerdictRules.Explain(result, website.Settings.Accept),
        };
    }
}
