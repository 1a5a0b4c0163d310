using System.Text.Json;
using System.Text.RegularExpressions;
using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.Statping;

/// <summary>Services of statping: its <c>services.yml</c>, or the JSON of its export.</summary>
internal static class StatpingExport
{
    public static bool Recognises(JsonElement root) => new Fields(root).Objects("services").Any(service => service.Have("domain"));

    public static void Read(JsonElement root, ReadingChoices choices, ListContent content)
    {
        var export = new Fields(root);
        var groups = export.Objects("groups").Where(group => group.Text("id") is not null).DistinctBy(group => group.Text("id")).ToDictionary(group => group.Text("id")!, group => group.Text("name"));
        foreach (var service in export.Objects("services"))
            Read(service, groups, choices).AddTo(content);
        if (export.List("notifiers").Any())
            content.Remark("Notifiers were left out: --email ADDRESS tells people by mail, 'squirrel owner channel kinds' says what else there is.");
    }

    private static Wish Read(Fields service, Dictionary<string, string?> groups, ReadingChoices choices)
    {
        var wish = new Wish(service.Text("name"), choices);
        var type = service.Text("type")?.ToLowerInvariant();
        ReadAddress(type, service, wish);
        wish.Every(service.Number("check_interval", "interval"));
        wish.GiveUpAfter(service.Number("timeout"));
        if (service.Number("notify_after") is > 0 and var more)
            wish.Retry(more, service.Number("check_interval"));
        if (service.Text("group_id") is { } group && groups.TryGetValue(group, out var name))
            wish.Tag(name);
        if (type is null or "http")
            ReadLook(service, wish);
        return wish;
    }

    private static void ReadAddress(string? type, Fields service, Wish wish)
    {
        var domain = service.Text("domain");
        var scheme = domain?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        var host = scheme < 0 ? domain : domain![(scheme + 3)..].TrimEnd('/');
        switch (type)
        {
            case null or "http":
                wish.Address(domain);
                break;
            case "tcp":
                wish.Address(service.Text("port") is { } port && port != "0" ? $"tcp://{host}:{port}" : $"tcp://{host}");
                break;
            case "icmp":
                wish.Address($"ping://{host}");
                break;
            default:
                wish.Skip($"There is nothing like the type '{PlainText.Start(type, 30)}' here.");
                break;
        }
    }

    private static void ReadLook(Fields service, Wish wish)
    {
        var look = wish.Look;
        look.Method(service.Text("method"));
        if (service.Text("expected_status") is { } status and not "0")
            wish.Accept([status]);
        foreach (var header in (service.Text("headers") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (header.Split('=', 2) is [var name, var value])
                look.Header(name.Trim(), value.Trim());
        look.Body(service.Text("post_data"));
        look.StopAtRedirect(!service.Flag("redirect"));
        look.IgnoreCertificate(!service.Flag("verify_ssl"));
        if (service.Text("expected") is not { } expected)
            return;
        if (Regex.Escape(expected).Replace("\\ ", " ", StringComparison.Ordinal) == expected)
            look.Words(expected);
        else
            wish.Remark($"The pattern '{PlainText.Start(expected, 60)}' was left out: words, and no pattern, can be looked for here.");
    }
}
