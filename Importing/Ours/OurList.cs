using System.Text.Json;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Importing.Foreign;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Importing.Ours;

/// <summary>What <c>squirrel export</c> wrote, and the answer of <c>squirrel list --json</c>.</summary>
internal static class OurList
{
    /// <summary>The version of the format that is written, and the latest that is read.</summary>
    public const int Version = 1;

    public const string Format = "uptimesquirrel-export";

    public static bool Recognises(JsonElement root) =>
        new Fields(root).Text("format") == Format || (root.ValueKind == JsonValueKind.Array && root.EnumerateArray().FirstOrDefault() is var first && new Fields(first).Have("url", "owner", "intervalSeconds"));

    /// <exception cref="NoListException">It was written by a later version.</exception>
    public static void Read(JsonElement root, ReadingChoices choices, ListContent content)
    {
        var export = new Fields(root);
        if (export.Number("version") > Version)
            throw new NoListException($"The file was written by a later version of UptimeSquirrel: its format is {export.Number("version")}, and {Version} is the latest that is known here.");
        var emails = export.Objects("owners").Where(owner => owner.Text("id") is not null)
            .GroupBy(owner => owner.Text("id")!).ToDictionary(same => same.Key, same => EmailsOf(same.First()));
        var websites = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().Select(element => new Fields(element)) : export.Objects("websites");

        // What is out of range is for the cluster to say: it took these numbers before, or one like it did.
        foreach (var website in websites)
            Read(website, emails, choices with { ShortestInterval = TimeSpan.Zero }).AddTo(content);
        foreach (var owner in export.Objects("owners"))
            if (owner.Objects("channels").Count(channel => channel.Text("kind") != "email") is > 0 and var others)
                content.Remark($"{Counted.Of(others, "channel")} of the owner '{owner.Text("id")}' were left out, because they need secrets: 'squirrel owner channel add' sets them up.");
        if (export.Objects("owners").Any(owner => owner.Objects("maintenance").Any() || owner.Object("quietHours").Have("zone") || owner.Object("report").Have("period") || owner.Have("digestWindowSeconds")))
            content.Remark("Maintenance, quiet hours, reports and digest windows of owners were left out: 'squirrel maintenance add', 'squirrel owner quiet', 'squirrel owner report' and 'squirrel owner digest' set them up.");
    }

    private static Wish Read(Fields website, Dictionary<string, EmailAddress[]> emails, ReadingChoices choices)
    {
        var owner = website.Text("owner");
        var wish = new Wish(website.Text("name"), choices)
        {
            IsPaused = website.Flag("paused") ?? website.Text("standing") == "paused",
            Owner = OwnerId.TryParse(owner, out var id, out _) ? id : null,
            Emails = owner is null ? [] : emails.GetValueOrDefault(owner, []),
            Parent = WebsiteUrl.TryParse(website.Text("parent"), out var parent, out _) ? parent : null,
        };
        wish.Address(website.Text("url"));
        wish.Every(website.Number("intervalSeconds"));
        wish.Grace(website.Number("graceSeconds") ?? website.Object("heartbeat").Number("graceSeconds"));
        wish.GiveUpAfter(website.Number("timeoutSeconds"));
        wish.Accept(website.Text("accept") is { } accept ? [accept] : []);
        wish.Tag(website.Texts("tags"));
        wish.SlowAfter(website.Number("slowAfterSeconds") * 1000);
        wish.Warn(website.Flag("certificateWarnings"), website.Flag("domainWarnings"));
        ReadSettings(website.Object("settings"), wish);
        return wish;
    }

    private static void ReadSettings(Fields settings, Wish wish)
    {
        var look = wish.Look;
        look.Insist(settings.Text("method"));
        foreach (var header in settings.Objects("headers"))
            if (header.Text("name") is { } name && header.Text("value") is { } value)
                look.Header(name, value);
            else
                wish.Remark($"The header {PlainText.Start(header.Text("name") ?? "", 60)} was left out: its value is a secret, and not in the file.");
        if (settings.Text("auth") is not null)
            wish.Remark("What it logs in with was left out: it is a secret, and not in the file.");
        if (settings.Flag("hasBody") == true)
            wish.Remark("The body that is sent along was left out: it is a secret, and not in the file.");
        look.StopAtRedirect(!settings.Flag("followsRedirects"));
        look.IgnoreCertificate(settings.Flag("ignoresCertificate"));
        look.Family(settings.Text("ip")?.ToLowerInvariant() switch { "ipv4" => IpFamily.IPv4, "ipv6" => IpFamily.IPv6, _ => IpFamily.Any });
        look.Words(settings.Text("keyword"));
        look.Words(settings.Text("noKeyword"), isUnwanted: true);
        if (settings.Text("jsonValue") is { } json)
            look.Json(json, null);
        foreach (var expected in settings.Texts("expectedHeaders"))
            look.ExpectHeader(expected);
        var delays = settings.Element("recheckSeconds").ValueKind == JsonValueKind.Array
            ? settings.List("recheckSeconds").Select(delay => WishRules.Seconds(delay.ValueKind == JsonValueKind.Number ? delay.GetDouble() : null)).OfType<TimeSpan>().ToArray()
            : null;
        wish.Patience(delays, (int?)settings.Number("successes"));
    }

    private static EmailAddress[] EmailsOf(Fields owner) =>
        [.. owner.Texts("emails").Select(text => EmailAddress.TryParse(text, out var email, out _) ? email : null).OfType<EmailAddress>()];
}
