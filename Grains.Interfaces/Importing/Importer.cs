using System.Collections.Concurrent;

namespace UptimeSquirrel.Importing;

/// <summary>Registers many websites at once, and copes with a cluster that stumbles meanwhile.</summary>
/// <param name="registerOne">Registers one, or tells what that would do.</param>
/// <param name="explain">Says an error of <paramref name="registerOne"/> that may be over at the next try; null for any other error.</param>
/// <param name="clock">For the pauses between tries.</param>
internal sealed class Importer(Func<Registration, CancellationToken, Task<ImportedLine>> registerOne, Func<Exception, string?> explain, TimeProvider clock)
{
    /// <summary>How many are under way. A silo stores in one statement what waits for it, so that more at once are sooner done.</summary>
    public const int AtOnce = 256;

    // When this many lines in a row have used up their tries, the cluster is not coming back while we wait.
    private const int FailuresBeforeGivingUp = 64;

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    private int failuresInARow;

    /// <summary>What became of each, in the order of their lines.</summary>
    public async Task<IReadOnlyList<ImportedLine>> RunAsync(IEnumerable<Registration> registrations, Action oneDone, CancellationToken cancellationToken)
    {
        var results = new ConcurrentBag<ImportedLine>();
        var first = new List<Registration>();
        foreach (var sameWebsite in registrations.GroupBy(registration => registration.Id))
        {
            first.Add(sameWebsite.First());
            foreach (var repeat in sameWebsite.Skip(1))
                results.Add(repeat.Became(ImportOutcome.Duplicate, $"the same website as {(repeat.Line.Name is null ? "line" : "entry")} {sameWebsite.First().Line.Number}"));
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        foreach (var wave in ParentsFirst(first))
            await Parallel.ForEachAsync(wave, options, async (registration, cancellation) =>
            {
                results.Add(await RegisterAsync(registration, cancellation));
                oneDone();
            });
        return [.. results.OrderBy(line => line.Number)];
    }

    // A website can only depend on one that is watched, which may stand below it in the list. Those that depend on each other are refused by the cluster.
    private static IEnumerable<IEnumerable<Registration>> ParentsFirst(List<Registration> registrations)
    {
        var waiting = registrations.Where(registration => registration.Parent is not null).ToDictionary(registration => registration.Id);
        IReadOnlyCollection<Registration> wave = [.. registrations.Where(registration => registration.Parent is null)];
        while (wave.Count > 0 || waiting.Count > 0)
        {
            yield return wave;
            wave = [.. waiting.Values.Where(registration => !waiting.ContainsKey(registration.Parent!.Value))];
            if (wave.Count == 0)
                wave = [.. waiting.Values];
            foreach (var registration in wave)
                waiting.Remove(registration.Id);
        }
    }

    private async Task<ImportedLine> RegisterAsync(Registration registration, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var line = await registerOne(registration, cancellationToken);
                Interlocked.Exchange(ref failuresInARow, 0);
                return line;
            }
            catch (Exception exception) when (explain(exception) is not null && attempt < Pauses.Length && Volatile.Read(ref failuresInARow) < FailuresBeforeGivingUp)
            {
                await Task.Delay(Pauses[attempt], clock, cancellationToken);
            }
            catch (Exception exception) when (explain(exception) is { } problem)
            {
                Interlocked.Increment(ref failuresInARow);
                return registration.Became(ImportOutcome.Failed, problem);
            }
        }
    }
}
