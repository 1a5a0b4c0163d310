using System.Text.Json;
using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.Checkmate;

/// <summary>Monitors of Checkmate: its JSON export, or the rows of its CSV file.</summary>
internal static class CheckmateList
{
    public static bool Recognises(JsonElement root) => MonitorsOf(root).FirstOrDefault() is { } first && first.Have("type", "url");

    public static void Read(JsonElement root, ReadingChoices choices, ListContent content)
    {
        foreach (var monitor in MonitorsOf(root))
            Read(monitor, choices).AddTo(content);
        if (MonitorsOf(root).Any(monitor => monitor.List("notifications").Any()))
            content.Remark("Notifications were left out: --email ADDRESS tells people by mail.");
    }

    private static IEnumerable<Fields> MonitorsOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().Select(element => new Fields(element)) : new Fields(root).Objects("data", "monitors");

    /// <summary>Reads one, from either.</summary>
    public static Wish Read(Fields monitor, ReadingChoices choices)
    {
        var type = monitor.Text("type")?.ToLowerInvariant();
        var wish = new Wish(monitor.Text("name"), choices) { IsPaused = monitor.Flag("isActive") == false };
        ReadAddress(type, monitor, wish);

        // In milliseconds; but who writes such a file by hand may mean seconds, and no monitor looks more than once a second.
        wish.Every(monitor.Number("interval") is { } interval ? interval >= 1000 ? interval / 1000 : interval : null);
        wish.Tag(monitor.Text("group"));
        wish.Tag(monitor.Texts("tags"));
        if (type is "http" or null)
            ReadLook(monitor, wish);
        return wish;
    }

    private static void ReadAddress(string? type, Fields monitor, Wish wish)
    {
        var address = monitor.Text("url");
        var scheme = address?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        var host = scheme < 0 ? address : address![(scheme + 3)..].TrimEnd('/');
        switch (type)
        {
            case null or "http":
                wish.Address(address);
                break;
            case "ping":
                wish.Address($"ping://{host}");
                break;
            case "port":
                wish.Address($"tcp://{host}:{monitor.Text("port")}");
                break;
            case "dns":
                wish.Address($"dns://{host}?type={monitor.Text("dnsRecordType") ?? "A"}");
                break;
            default:
                wish.Skip($"There is nothing like the type '{PlainText.Start(type, 30)}' here.");
                break;
        }
    }

    private static void ReadLook(Fields monitor, Wish wish)
    {
        var look = wish.Look;
        look.Method(monitor.Text("method"));
        look.Token(monitor.Text("secret"));
        look.IgnoreCertificate(monitor.Flag("ignoreTlsErrors"));
        var more = monitor.Texts("customUpCodes").ToList();
        if (more.Count > 0)
            wish.Accept(["200-299", .. more]);
        if (monitor.Text("expectedValue") is not { } expected)
            return;
        if (monitor.Text("jsonPath") is { } path && monitor.Text("matchMethod") is null or "equal")
            look.Json(monitor.Text("jsonPath"), expected);
        else if (monitor.Text("jsonPath") is null && monitor.Text("matchMethod") is "include" or null)
            look.Words(expected);
        else
            wish.Remark($"What it expects of the answer was left out: only an equal value in the JSON, or words on the page, can be expected here, not '{PlainText.Start(monitor.Text("matchMethod") ?? "", 20)}'.");
    }
}
