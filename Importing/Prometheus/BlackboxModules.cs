using System.Text.Json;
using System.Text.RegularExpressions;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.Prometheus;

/// <summary>The modules of a <c>blackbox.yml</c>: how a target is probed.</summary>
internal static class BlackboxModules
{
    /// <summary>Whether a tree is such a file.</summary>
    public static bool AreIn(JsonElement root) =>
        new Fields(root).Element("modules") is { ValueKind: JsonValueKind.Object } modules && modules.EnumerateObject().Any(module => new Fields(module.Value).Have("prober"));

    public static Fields? Find(JsonElement? root, string? name)
    {
        if (root is null || name is null || new Fields(root.Value).Element("modules") is not { ValueKind: JsonValueKind.Object } modules)
            return null;
        foreach (var module in modules.EnumerateObject())
            if (module.Name == name)
                return new Fields(module.Value);
        return null;
    }

    /// <summary>Says on a wish what a module says. Without one, the name of the module tells the prober, as the exporter's own examples do.</summary>
    public static void Apply(Fields? module, string? name, string target, Wish wish)
    {
        var prober = module?.Text("prober") ?? ProberOf(name);
        ReadAddress(prober, target, module, wish);
        wish.GiveUpAfter(GoDuration.Seconds(module?.Text("timeout")));
        if (prober == "http")
            ReadHttp(module?.Object("http") ?? new Fields(default), wish);
    }

    private static string ProberOf(string? name) => name switch
    {
        not null when name.StartsWith("icmp", StringComparison.Ordinal) || name.StartsWith("ping", StringComparison.Ordinal) => "icmp",
        not null when name.StartsWith("tcp", StringComparison.Ordinal) => "tcp",
        not null when name.StartsWith("dns", StringComparison.Ordinal) => "dns",
        not null when name.StartsWith("grpc", StringComparison.Ordinal) => "grpc",
        _ => "http",
    };

    private static void ReadAddress(string prober, string target, Fields? module, Wish wish)
    {
        var host = target.Contains("://", StringComparison.Ordinal) ? target[(target.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/') : target;
        switch (prober)
        {
            case "http":
                // The exporter's rule for a target without scheme.
                wish.Address(target.Contains("://", StringComparison.Ordinal) ? target : $"http://{target}");
                break;
            case "tcp":
                wish.Address($"{(module?.Object("tcp").Flag("tls") == true ? "tls" : "tcp")}://{host}");
                break;
            case "icmp":
                wish.Address($"ping://{host}");
                break;
            case "dns" when module?.Object("dns").Text("query_name") is { } name:
                wish.Address($"dns://{name.TrimEnd('.')}?type={module.Object("dns").Text("query_type") ?? "A"}&server={host}");
                break;
            default:
                wish.Skip($"There is nothing like the prober '{PlainText.Start(prober, 30)}' here, as it is set up.");
                break;
        }
    }

    private static void ReadHttp(Fields http, Wish wish)
    {
        var look = wish.Look;
        look.Method(http.Text("method"));
        var codes = http.Texts("valid_status_codes").ToList();
        wish.Accept(codes.Count > 0 ? codes : ["200-299"]);
        foreach (var (name, value) in http.Pairs("headers"))
            look.Header(name, value);
        look.Body(http.Text("body"));
        look.LogIn(http.Object("basic_auth").Text("username"), http.Object("basic_auth").Text("password"));
        look.Token(http.Text("bearer_token"));
        look.StopAtRedirect(!http.Flag("follow_redirects"));
        look.IgnoreCertificate(http.Object("tls_config").Flag("insecure_skip_verify"));
        if (http.Flag("ip_protocol_fallback") == false)
            look.Family(http.Text("preferred_ip_protocol") switch { "ip4" => IpFamily.IPv4, _ => IpFamily.IPv6 });
        ReadPatterns(http.Texts("fail_if_body_not_matches_regexp"), isUnwanted: false, wish);
        ReadPatterns(http.Texts("fail_if_body_matches_regexp"), isUnwanted: true, wish);
    }

    // A pattern without any sign of one is words.
    private static void ReadPatterns(IEnumerable<string> patterns, bool isUnwanted, Wish wish)
    {
        foreach (var (pattern, index) in patterns.Select((pattern, index) => (pattern, index)))
        {
            if (index == 0 && Regex.Escape(pattern).Replace("\\ ", " ", StringComparison.Ordinal) == pattern)
                wish.Look.Words(pattern, isUnwanted);
            else
                wish.Remark($"The pattern '{PlainText.Start(pattern, 60)}' was left out: one text, and no pattern, can be looked for here.");
        }
    }
}
