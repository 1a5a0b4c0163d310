namespace UptimeSquirrel.Tests.Kills;

/// <summary>What came of killing a silo at many moments.</summary>
/// <param name="print">Takes a line for each moment.</param>
/// <param name="between">What was to be told of each outage between its beginning and its end: how the subjects begin.</param>
internal sealed class KillReport(Action<string> print, params IReadOnlyList<string> between)
{
    private readonly List<string> _complaints = [];
    private readonly HashSet<string> _reached = [];

    /// <param name="name">What was waited for.</param>
    /// <param name="moment">When exactly the silo was killed.</param>
    /// <param name="story">What was told; null when there was no such moment.</param>
    public void Note(string name, string moment, Story? story)
    {
        var complaint = story?.Complaint(between);
        print($"{moment}: {(story is null ? "no such moment" : complaint ?? $"told, {story.Mails.Count} mails")}");
        if (story is not null)
            _reached.Add(name);
        if (complaint is not null)
            _complaints.Add($"{moment}: {complaint}");
    }

    /// <summary>Fails when anything was not told as it has to be, or when one of these was never waited for.</summary>
    public void Judge(IReadOnlyList<string> names)
    {
        _complaints.ShouldBeEmpty();
        _reached.Order().ShouldBe(names.Distinct().Order());
    }
}
