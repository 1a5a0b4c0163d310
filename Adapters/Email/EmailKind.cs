using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>What e-mail takes as a channel.</summary>
internal static class EmailKind
{
    public static ChannelKind Kind { get; } = new(StoredName, "A mail",
    [
        new("to", "who is told; several with commas between them", "anna@example.org") { IsRequired = true },
        new("cc", "who gets a copy; several with commas between them", "team@example.org"),
        new("bcc", "who gets a copy that the others do not see; several with commas between them", "archive@example.org"),
    ])
    { Medium = ChannelMedium.Mail };

    private const string StoredName = "email";

    public static IReadOnlyList<string> Problems(ChannelSettings settings)
    {
        var problems = new List<string>();
        var recipients = 0;
        foreach (var name in (string[])["to", "cc", "bcc"])
            foreach (var text in Split(settings[name]))
            {
                recipients++;
                if (!EmailAddress.TryParse(text, out _, out var problem))
                    problems.Add($"'{name}': {problem}");
            }

        if (recipients > OwnerStatus.MaximumEmails)
            problems.Add($"{recipients} addresses were given: expected at most {OwnerStatus.MaximumEmails} in one channel.");
        return problems;
    }

    public static IReadOnlyList<EmailAddress> Addresses(ChannelSettings settings, string name) => [.. Split(settings[name]).Select(EmailAddress.Parse)];

    private static string[] Split(string addresses) => addresses.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
