using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Secrets;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Grains.Doubt;

/// <summary>Looks at some websites again, has others look at them too, and looks at the reference addresses.</summary>
internal sealed class Examination(ProbeWithSecrets probe, IVantages vantages, References references)
{
    public async Task<Evidence> GatherAsync(IReadOnlyList<SampleWebsite> sample, CancellationToken cancellationToken)
    {
        var others = vantages.Others.Take(DoubtRules.MostWitnesses).ToArray();
        var ours = Task.WhenAll(sample.Select(website => IsUpAsync(website, cancellationToken)));
        var theirs = Task.WhenAll(sample.Select(website => AskAsync(website, others, cancellationToken)));
        var reference = references.AnswerAsync().WaitAsync(cancellationToken);
        await Task.WhenAll(ours, theirs, reference);

        var judged = (await theirs).Where(sightings => sightings.Count > 0).ToArray();
        var seen = judged.Select(sightings => sightings.Find(sighting => sighting.IsHealthy)).OfType<Sighting>().ToArray();
        return new Evidence(sample.Count, (await ours).Count(isUp => isUp), judged.Length, seen.Length, await reference)
        {
            Witnesses = string.Join(" and ", seen.Select(sighting => sighting.Silo).Distinct().Order(StringComparer.Ordinal)),
        };
    }

    private async Task<bool> IsUpAsync(SampleWebsite website, CancellationToken cancellationToken) =>
        VerdictRules.Judge(await probe.LookAsync(website.Request, cancellationToken), website.Request.Accept).IsHealthy;

    private async Task<List<Sighting>> AskAsync(SampleWebsite website, Vantage[] others, CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll(others.Select(other => vantages.LookAsync(other, website.Request, cancellationToken)))).OfType<Sighting>()];
}
