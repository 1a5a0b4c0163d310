using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.UptimeKuma;

/// <summary>One monitor of Uptime Kuma, from its backup or its database: both spell the same fields in their own way.</summary>
internal static class KumaMonitor
{
    public static Wish Read(Fields monitor, KumaGroups groups, ReadingChoices choices)
    {
        var type = monitor.Text("type")?.ToLowerInvariant();
        var wish = new Wish(monitor.Text("name"), choices) { IsPaused = monitor.Flag("active") == false || groups.ArePaused(monitor) };
        KumaAddress.Read(type, monitor, wish);
        ReadLook(type, monitor, wish);
        wish.Every(monitor.Number("interval"));
        wish.GiveUpAfter(monitor.Number("timeout"));
        wish.Retry(monitor.Number("maxretries"), monitor.Number("retryInterval"));
        wish.Tag(groups.Around(monitor));
        foreach (var tag in monitor.Objects("tags"))
            wish.Tag(tag.Text("value") is { } value ? $"{tag.Text("name")}:{value}" : tag.Text("name"));
        if (monitor.Flag("upsideDown") == true)
            wish.Skip("It is upside down: up while nothing answers. There is nothing like that here.");
        if (monitor.Text("proxyId") is not null)
            wish.Remark("Its proxy was left out: the silos go out by themselves.");
        return wish;
    }

    private static void ReadLook(string? type, Fields monitor, Wish wish)
    {
        if (type is not ("http" or "keyword" or "json-query" or "real-browser"))
            return;
        var look = wish.Look;
        wish.Accept(monitor.Texts("acceptedStatuscodes", "acceptedStatuscodesJson"));
        look.Method(monitor.Text("method"));
        foreach (var (name, value) in monitor.Pairs("headers"))
            look.Header(name, value);
        if (monitor.Text("headers") is not null && !monitor.Pairs("headers").Any() && monitor.Text("headers") is not "{}")
            wish.Remark("Its headers were left out: they are no JSON object.");
        look.Body(monitor.Text("body"));
        ReadLogin(monitor, wish);
        look.IgnoreCertificate(monitor.Flag("ignoreTls"));
        look.StopAtRedirect(monitor.Number("maxredirects") is 0);
        look.Family(monitor.Text("ipFamily") switch { "ipv4" or "4" => Checks.IpFamily.IPv4, "ipv6" or "6" => Checks.IpFamily.IPv6, _ => Checks.IpFamily.Any });
        if (type == "keyword")
            look.Words(monitor.Text("keyword"), isUnwanted: monitor.Flag("invertKeyword") == true);
        if (type == "json-query")
            ReadJsonQuery(monitor, wish);
    }

    private static void ReadLogin(Fields monitor, Wish wish)
    {
        switch (monitor.Text("authMethod")?.ToLowerInvariant())
        {
            case null or "basic":
                wish.Look.LogIn(monitor.Text("basicAuthUser"), monitor.Text("basicAuthPass"));
                break;
            case "bearer":
                wish.Look.Token(monitor.Text("bearerToken"));
                break;
            case var other:
                wish.Remark($"Its login was left out: there is nothing like '{PlainText.Start(other, 30)}' here.");
                break;
        }
    }

    private static void ReadJsonQuery(Fields monitor, Wish wish)
    {
        if (monitor.Text("jsonPathOperator") is null or "==" or "===" or "equals")
            wish.Look.Json(monitor.Text("jsonPath"), monitor.Text("expectedValue"));
        else
            wish.Remark($"What it expects of the JSON was left out: only 'equals' can be compared here, not '{PlainText.Start(monitor.Text("jsonPathOperator")!, 20)}'.");
    }
}
