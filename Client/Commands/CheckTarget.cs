using UptimeSquirrel.Checks;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>What to look at, with what its line in a list says about how.</summary>
internal sealed record CheckTarget(WebsiteUrl Url)
{
    // What a probe can be told; see ProbeOptions.Timeout.
    public static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(12);

    public TimeSpan? Timeout { get; init; }
    public AcceptedStatuses? Accept { get; init; }
    public LookSettings? Look { get; init; }

    public static CheckTarget Of(ListLine line) => new(line.Url)
    {
        Timeout = line.Changes.Timeout,
        Accept = line.Changes.Accept,
        Look = line.Changes.Look?.ApplyTo(null, []),
    };

    /// <summary>What of a line no look can be made with; null when all is well.</summary>
    public static string? FindProblem(WebsiteChanges changes)
    {
        if (changes.Timeout is { } timeout && (timeout < ShortestTimeout || timeout > LongestTimeout))
            return $"The timeout {Duration.Format(timeout)} is not a time for one look: expected 1s to 12s.";
        return changes.Look?.ApplyTo(null, []) is { } look ? LookProblems.Find(look).FirstOrDefault()?.Message : null;
    }

    /// <summary>How to look: as the line says, and above all as the caller says.</summary>
    /// <exception cref="CallerMistakeException">That contradicts itself.</exception>
    public LookSettings? With(LookChanges? said)
    {
        var settings = said is null ? Look : said.ApplyTo(Look, []);
        var problems = settings is null ? [] : LookProblems.Find(settings).Select(problem => problem.Message).ToArray();
        return problems.Length == 0 ? settings : throw new CallerMistakeException(string.Join(' ', problems));
    }
}
