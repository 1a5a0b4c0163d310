using UptimeSquirrel.Client.Importing;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Reads what to look at: addresses, and files that hold some.</summary>
internal static class CheckTargets
{
    private static readonly string[] FileEndings = [".txt", ".csv", ".tsv", ".list"];

    /// <summary>Every address once, in the order given.</summary>
    /// <exception cref="CallerMistakeException">One is neither an address nor a file.</exception>
    public static async Task<(IReadOnlyList<WebsiteUrl> Urls, IReadOnlyList<BadLine> BadLines)> ReadAsync(
        IEnumerable<string> targets, Terminal terminal, CancellationToken cancellationToken)
    {
        var urls = new List<WebsiteUrl>();
        var badLines = new List<BadLine>();
        foreach (var target in targets)
        {
            if (!ListFile.Exists(target))
            {
                urls.Add(AddressOf(target));
                continue;
            }
            var content = await ListFile.ReadAsync(target, terminal, cancellationToken);
            urls.AddRange(content.Good.Select(line => line.Url));
            badLines.AddRange(content.Bad);
        }
        if (urls.Find(url => url.Kind == WebsiteKind.Heartbeat) is { } heartbeat)
            throw new CallerMistakeException($"{heartbeat} cannot be looked at: the job calls the silos. 'squirrel status {heartbeat}' says when it last did.");
        return ([.. urls.Distinct()], badLines);
    }

    private static WebsiteUrl AddressOf(string target)
    {
        // 'sites.txt' could be a host, but nobody who types it means that.
        var meansFile = !target.Contains("://", StringComparison.Ordinal) && FileEndings.Any(ending => target.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        if (meansFile)
            throw new CallerMistakeException($"'{PlainText.Start(target)}' does not exist: expected an address, or a file with one a line.");
        return WebsiteUrl.TryParse(target, out var url, out var problem) ? url : throw new CallerMistakeException(problem);
    }
}
