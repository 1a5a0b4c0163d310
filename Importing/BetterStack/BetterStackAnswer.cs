using System.Text.Json;
using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.BetterStack;

/// <summary>A saved answer of Better Stack's API: <c>GET /api/v2/monitors</c>.</summary>
internal static class BetterStackAnswer
{
    public static bool Recognises(JsonElement root) =>
        new Fields(root).Objects("data").FirstOrDefault() is { } first && (first.Object("attributes").Have("monitorType") || first.Object("attributes").Have("pronounceableName"));

    public static void Read(JsonElement root, ReadingChoices choices, ListContent content)
    {
        var answer = new Fields(root);
        foreach (var monitor in answer.Objects("data"))
            Read(monitor.Object("attributes"), choices).AddTo(content);
        content.Remark("Who is called or written to was left out: --email ADDRESS tells people by mail.");
        if (answer.Object("pagination").Text("next") is not null)
            content.Remark("The answer says that there are more monitors: ask for what 'pagination.next' says, and import that answer, too.");
    }

    private static Wish Read(Fields monitor, ReadingChoices choices)
    {
        var wish = new Wish(monitor.Text("pronounceableName"), choices) { IsPaused = monitor.Text("status") == "paused" || monitor.Flag("paused") == true };
        var type = monitor.Text("monitorType")?.ToLowerInvariant();
        ReadAddress(type, monitor, wish);
        wish.Every(monitor.Number("checkFrequency"));

        // Ports and pings count it in milliseconds.
        wish.GiveUpAfter(type is "ping" or "tcp" or "udp" or "smtp" or "pop" or "imap" or "dns" ? monitor.Number("requestTimeout") / 1000 : monitor.Number("requestTimeout"));
        if (monitor.Number("confirmationPeriod") is > 0 and var confirmation)
            wish.Retry(1, confirmation);
        ReadLook(type, monitor, wish);
        return wish;
    }

    private static void ReadAddress(string? type, Fields monitor, Wish wish)
    {
        var address = monitor.Text("url");
        switch (type)
        {
            case null or "status" or "expected_status_code" or "keyword" or "keyword_absence":
                wish.Address(address);
                break;
            case "ping":
                wish.Address($"ping://{address}");
                break;
            case "tcp" or "smtp" or "pop" or "imap":
                wish.Address(monitor.Text("port") is { } port && address?.Contains(':', StringComparison.Ordinal) == false ? $"tcp://{address}:{port}" : $"tcp://{address}");
                break;
            default:
                wish.Skip($"There is nothing like the type '{PlainText.Start(type, 30)}' here.");
                break;
        }
    }

    private static void ReadLook(string? type, Fields monitor, Wish wish)
    {
        var look = wish.Look;
        look.Method(monitor.Text("httpMethod"));
        foreach (var header in monitor.Objects("requestHeaders"))
            if (header.Text("name") is { } name)
                look.Header(name, header.Text("value") ?? "");
        look.Body(monitor.Text("requestBody"));
        look.LogIn(monitor.Text("authUsername"), monitor.Text("authPassword"));
        if (type is "expected_status_code")
            wish.Accept(monitor.Texts("expectedStatusCodes"));
        look.IgnoreCertificate(!monitor.Flag("verifySsl"));
        look.StopAtRedirect(!monitor.Flag("followRedirects"));
        if (type is "keyword" or "keyword_absence")
            look.Words(monitor.Text("requiredKeyword"), isUnwanted: type == "keyword_absence");
    }
}
