using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Doubt;
using UptimeSquirrel.Grains.Secrets;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

/// <summary>All the ways to get to see a website: from here, through another silo, and through others who have a say.</summary>
internal sealed class Lookout(ProbeWithSecrets probe, IVantages vantages, ISelfDoubt doubt, SecondLooks secondLooks)
{
    private const int MostPlaces = 50;

    /// <summary>Looks from here. Never throws because of what is out there.</summary>
    public Task<CheckResult> LookAsync(CheckRequest request) => probe.LookAsync(request, CancellationToken.None);

    /// <summary>Looks from here and from the other silos at once.</summary>
    public async Task<IReadOnlyList<VantageLook>> LookFromEverywhereAsync(CheckRequest request)
    {
        var others = vantages.Others.Take(MostPlaces - 1).Select(async other => new VantageLook(other.Silo, other.Region, await vantages.LookAsync(other, request, CancellationToken.None))).ToList();
        var result = await LookAsync(request);
        var own = new VantageLook(vantages.Here.Silo, vantages.Here.Region, Saw(result, VerdictRules.Judge(result, request.Accept)));
        return [own, .. await Task.WhenAll(others)];
    }

    /// <summary>Tells this silo's doubt of itself how a look at a website went that was up until now.</summary>
    public void Note(in SampleWebsite look, bool isHealthy) => doubt.Note(look, isHealthy);

    /// <summary>Whether this silo doubts what it sees. Then it cannot tell its own slowness from a website's either.</summary>
    public bool IsInDoubt => doubt.IsInDoubt;

    /// <summary>Whether what was seen from here may be counted. A failing look that this silo does not trust is kept, and counts for nothing.</summary>
    public async ValueTask<bool> MayCountAsync(SampleWebsite look, Verdict verdict, Step step)
    {
        if (verdict.IsHealthy || verdict.CouldNotLook)
            return true;
        if (doubt.IsInDoubt)
            return false;
        return !step.NeedsSecondLook || await doubt.MayCallDownAsync(look);
    }

    /// <summary>Has another silo look instead, because what this one saw is doubted.</summary>
    /// <returns>What it saw, null when it could not say; and which one, null when there is no other.</returns>
    public async Task<(Sighting? Sighting, Vantage? Other)> LookThroughAnotherAsync(SampleWebsite look)
    {
        // One other, not more: together with our own look that must end before the call that brought the tick does.
        doubt.NoteDoubted();
        return vantages.Others is [var other, ..]
            ? (await vantages.LookAsync(other, look.Request, CancellationToken.None), other)
            : default;
    }

    /// <summary>What was seen from here, as others are told of it.</summary>
    public Sighting Saw(CheckResult result, Verdict verdict) => vantages.Here.Saw(result, verdict);

    /// <summary>Asks two other silos, and weighs what they say against what was seen, from here or by one that looked for us.</summary>
    public Task<SecondLook> AskOthersAsync(SampleWebsite look, Sighting own, Vantage? lookedForUs) =>
        secondLooks.AskAsync(look.Request, own, lookedForUs);
}
