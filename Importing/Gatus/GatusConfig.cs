using System.Text.Json;
using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.Gatus;

/// <summary>A configuration file of Gatus.</summary>
internal static class GatusConfig
{
    public static bool Recognises(JsonElement root) =>
        new Fields(root) is var config && (config.Have("endpoints") || config.Have("external-endpoints")) ||
        new Fields(root).Objects("services").Any(service => service.Have("conditions"));

    public static void Read(JsonElement root, ReadingChoices choices, ListContent content)
    {
        var config = new Fields(root);
        foreach (var endpoint in config.Objects("endpoints", "services"))
            Read(endpoint, choices).AddTo(content);
        foreach (var outside in config.Objects("external-endpoints"))
            Outside(outside, choices).AddTo(content);
        foreach (var suite in config.Objects("suites"))
            content.AddSkipped(content.Next, PlainText.Start(suite.Text("name") ?? "a suite"), "It is a suite; there is nothing like that here.");
        if (config.Have("alerting"))
            content.Remark("The section 'alerting' was left out: --email ADDRESS tells people by mail, 'squirrel owner channel kinds' says what else there is.");
        if (config.Have("maintenance"))
            content.Remark("The section 'maintenance' was left out: 'squirrel maintenance add' plans it here.");
    }

    private static Wish Read(Fields endpoint, ReadingChoices choices)
    {
        var wish = new Wish(endpoint.Text("name"), choices) { IsPaused = endpoint.Flag("enabled") == false };
        var url = endpoint.Text("url");
        ReadAddress(url, endpoint, wish);
        wish.Tag(endpoint.Text("group"));
        wish.Every(GoDuration.Seconds(endpoint.Text("interval")) ?? 60);
        var client = endpoint.Object("client");
        wish.GiveUpAfter(GoDuration.Seconds(client.Text("timeout")));
        wish.Look.Method(endpoint.Flag("graphql") == true ? "POST" : endpoint.Text("method"));
        foreach (var (name, value) in endpoint.Pairs("headers"))
            wish.Look.Header(name, value);
        wish.Look.Body(endpoint.Text("body"));
        wish.Look.IgnoreCertificate(client.Flag("insecure"));
        wish.Look.StopAtRedirect(client.Flag("ignore-redirect"));
        GatusConditions.Read(endpoint.Texts("conditions"), wish);
        foreach (var name in (string[])["proxy-url", "dns-resolver", "oauth2", "identity-aware-proxy", "tls"])
            if (client.Have(name))
                wish.Remark($"Its client's '{name}' was left out: there is nothing like that here.");
        if (endpoint.Have("maintenance-windows"))
            wish.Remark("Its maintenance windows were left out: 'squirrel maintenance add' plans them here.");
        NotSubstituted(endpoint, wish);
        return wish;
    }

    private static void ReadAddress(string? url, Fields endpoint, Wish wish)
    {
        var colon = url?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        var (scheme, rest) = colon > 0 ? (url![..colon].ToLowerInvariant(), url[(colon + 3)..]) : ("", url);
        switch (scheme)
        {
            case "http" or "https":
                wish.Address(url);
                break;
            case "tcp" or "tls":
                wish.Address($"{scheme}://{rest}");
                break;
            case "starttls":
                wish.Address($"tcp://{rest}");
                wish.Remark("Its certificate was asked for with STARTTLS; here its port counts.");
                break;
            case "icmp":
                wish.Address($"ping://{rest}");
                break;
            case var _ when endpoint.Have("dns"):
                var record = endpoint.Object("dns");
                wish.Address($"dns://{record.Text("query-name")?.TrimEnd('.')}?type={record.Text("query-type") ?? "A"}{(rest is null ? "" : $"&server={rest}")}");
                break;
            case "":
                wish.Address(url);
                break;
            default:
                wish.Skip($"There is nothing like {PlainText.Start(scheme, 20)}:// here.");
                break;
        }
    }

    private static Wish Outside(Fields outside, ReadingChoices choices)
    {
        var wish = new Wish(outside.Text("name"), choices) { IsPaused = outside.Flag("enabled") == false };
        wish.Job($"{outside.Text("group")} {outside.Text("name")}");
        wish.Tag(outside.Text("group"));
        wish.Every(GoDuration.Seconds(outside.Object("heartbeat").Text("interval")));
        return wish;
    }

    private static void NotSubstituted(Fields endpoint, Wish wish)
    {
        if (endpoint.Text("url")?.Contains("${", StringComparison.Ordinal) == true)
            wish.Skip("Its address holds a variable of the environment, such as ${NAME}: put its value into the file first.");
    }
}
