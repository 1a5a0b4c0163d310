using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.UptimeKuma;

/// <summary>What a monitor's type and its host, port or address are as one of our addresses.</summary>
internal static class KumaAddress
{
    private const string UsualNameServer = "1.1.1.1";

    public static void Read(string? type, Fields monitor, Wish wish)
    {
        var host = Bracketed(monitor.Text("hostname"));
        switch (type)
        {
            case "http" or "keyword" or "json-query":
                wish.Address(monitor.Text("url"));
                break;
            case "real-browser":
                wish.Address(monitor.Text("url"));
                wish.Remark("It was looked at with a browser; here its answer counts.");
                break;
            case "port":
                wish.Address($"tcp://{host}:{monitor.Text("port")}");
                break;
            case "smtp":
                wish.Address($"tcp://{host}:{monitor.Text("port") ?? "25"}");
                wish.Remark("It was spoken to as a mail server; here its port counts.");
                break;
            case "ping" or "tailscale-ping":
                wish.Address($"ping://{host}");
                break;
            case "dns":
                wish.Address(Record(monitor));
                break;
            case "push":
                wish.Job(monitor.Text("name"));
                break;
            case "group":
                wish.Skip("It is a group; what is in it has its name as a tag.");
                break;
            default:
                wish.Skip(type is null ? "It has no type." : $"There is nothing like the type '{PlainText.Start(type, 30)}' here.");
                break;
        }
    }

    private static string Record(Fields monitor)
    {
        var server = monitor.Text("dnsResolveServer")?.Split(',')[0].Trim();
        var port = monitor.Text("port");
        var asked = server is null or UsualNameServer ? "" : $"&server={Bracketed(server)}{(port is null or "53" ? "" : $":{port}")}";
        return $"dns://{monitor.Text("hostname")}?type={monitor.Text("dnsResolveType") ?? "A"}{asked}";
    }

    // An IPv6 address in an address stands in brackets.
    private static string? Bracketed(string? host) =>
        host is not null && !host.StartsWith('[') && System.Net.IPAddress.TryParse(host, out var address) && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? $"[{host}]"
            : host;
}
