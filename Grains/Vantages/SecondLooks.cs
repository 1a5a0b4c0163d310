using System.Collections.Concurrent;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Grains.Vantages;

/// <summary>Asks two other silos to look at a website as well, before anybody is told about it.</summary>
internal sealed class SecondLooks(IVantages vantages)
{
    // With our own look, of 12 s at most, mostly below the 30 s that the call with a reminder's tick may take. If it takes longer, because looks had
    // to wait for their turn, Orleans writes that into the log, and the look goes on.
    private static readonly TimeSpan _budget = TimeSpan.FromSeconds(13);

    /// <summary>Asks, and weighs the answers. Never throws because of those who do not answer.</summary>
    /// <param name="request">What was looked at, and how.</param>
    /// <param name="own">What was seen: by this silo, or by one that looked for it.</param>
    /// <param name="lookedForUs">That other one; null when this silo looked itself.</param>
    public async Task<SecondLook> AskAsync(CheckRequest request, Sighting own, Vantage? lookedForUs = null)
    {
        var others = new ConcurrentQueue<Vantage>(vantages.Others.Where(other => other.Address != lookedForUs?.Address));
        if (others.IsEmpty)
            return SecondLookRules.Weigh(own, [], isAlone: true);

        using var budget = new CancellationTokenSource(_budget);
        var answers = await Task.WhenAll(AskOneAfterTheOtherAsync(), AskOneAfterTheOtherAsync());
        return SecondLookRules.Weigh(own, [.. answers.OfType<Sighting>()], isAlone: false);

        async Task<Sighting?> AskOneAfterTheOtherAsync()
        {
            while (!budget.IsCancellationRequested && others.TryDequeue(out var vantage))
                if (await vantages.LookAsync(vantage, request, budget.Token) is { } sighting)
                    return sighting;
            return null;
        }
    }
}
