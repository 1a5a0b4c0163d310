using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Owners.Templates;

/// <summary>Made-up alerts with which a template is tried before it is set. Names with quotation marks and angle brackets are among them, for such there are.</summary>
internal static class TemplateSamples
{
    private static readonly DateTimeOffset _start = new(2026, 11, 23, 10, 2, 13, TimeSpan.Zero);

    public static IReadOnlyList<(string Occasion, Letter Letter)> Letters(ChannelKind kind)
    {
        var outage = Outage("Web shop", "https://shop.example/", 1);
        var end = outage with { Id = outage.Id + "-end", Kind = AlertKind.CameBack, EndedAt = _start.AddMinutes(4), DecidedAt = _start.AddMinutes(5) };
        var samples = new List<(string, Letter)>
        {
            ("an outage", LetterWriter.Write(outage, kind.Name)),
            ("its end", LetterWriter.Write(end, kind.Name)),
        };
        if (kind.AlertsPerMessage > 1)
            samples.Add(("several alerts together", LetterWriter.Write(
                new Bundle([outage, Outage("Blog \"Nuts & <Bolts>\"", "https://blog.example/", 2), Outage("", "https://mail.example/", 3)]), kind.Name)));
        samples.Add(("a test of the channel", LetterWriter.Write(ChannelAlertWriter.Test(Guid.Empty, _start), kind.Name)));
        return samples;
    }

    private static Alert Outage(string name, string url, byte number)
    {
        var website = WebsiteId.From(OwnerId.Default, WebsiteUrl.Parse(url));
        return new Alert
        {
            Id = $"{website}-{number}",
            IncidentId = $"{website}-{number}",
            Kind = AlertKind.WentDown,
            Website = website,
            Url = WebsiteUrl.Parse(url),
            Name = name,
            StartedAt = _start,
            DecidedAt = _start.AddSeconds(36),
            Problem = new Problem(FailureKind.BadStatus, "The server answered 503 (Service Unavailable) after 0.4 s.", "HTTP 503 Service Unavailable"),
            Interval = TimeSpan.FromMinutes(5),
            FailedChecks = 3,
        };
    }
}
