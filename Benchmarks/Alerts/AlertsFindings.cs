using System.Globalization;

namespace UptimeSquirrel.Benchmarks.Alerts;

/// <summary>What was seen when many alerts came at once, held against what we promise.</summary>
/// <param name="Missing">Alerts that no mail told.</param>
/// <param name="ToldTwice">Alerts that were told more than once.</param>
/// <param name="MailedAfter">From the first alert handed over to the last mail, less the window in which alerts are gathered.</param>
/// <param name="StatusP99">99 of 100 questions for a status were answered within this time.</param>
internal sealed record AlertsFindings(int Missing, int ToldTwice, TimeSpan MailedAfter, TimeSpan StatusP99)
{
    private static readonly TimeSpan _slowestMail = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _slowestStatus = TimeSpan.FromMilliseconds(20);

    /// <summary>The promises that were broken, a sentence each.</summary>
    public IEnumerable<string> BrokenPromises()
    {
        if (Missing > 0)
            yield return Line($"every alert is told, but {Missing} were not");
        if (ToldTwice > 0)
            yield return Line($"no alert is told twice, but {ToldTwice} were");
        if (MailedAfter > _slowestMail)
            yield return Line($"all mails are out within {_slowestMail.TotalSeconds:0} s, but it took {MailedAfter.TotalSeconds:0.0} s");
        if (StatusP99 > _slowestStatus)
            yield return Line($"99 of 100 status answers take at most {_slowestStatus.TotalMilliseconds:0} ms, but they took {StatusP99.TotalMilliseconds:0.0} ms");
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
