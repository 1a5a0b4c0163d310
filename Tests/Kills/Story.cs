using UptimeSquirrel.Tests.Support.Mail;

namespace UptimeSquirrel.Tests.Kills;

/// <summary>The mails about one outage, from its beginning to its end.</summary>
internal sealed record Story(IReadOnlyList<ReceivedMail> Mails)
{
    /// <summary>What is wrong with it; null when each alert came, a repeat only with the id of the first, and nothing else.</summary>
    /// <param name="between">What was to be told between its beginning and its end: how the subjects begin.</param>
    public string? Complaint(params IReadOnlyList<string> between)
    {
        string[] all = ["DOWN", .. between, "UP again"];
        foreach (var subject in all)
        {
            var ids = Of(subject).Select(mail => mail.Message.MessageId).ToList();
            if (ids.Count == 0 || ids.Distinct().Count() > 1)
                return $"'{subject}' was told {ids.Count} times with {ids.Distinct().Count()} different ids.";
        }

        var others = Mails.Except(all.SelectMany(Of)).ToList();
        return others.Count == 0 ? null : $"Something else was told: {string.Join("; ", others.Select(mail => mail.Subject))}";
    }

    private IEnumerable<ReceivedMail> Of(string subject) => Mails.Where(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal));
}
