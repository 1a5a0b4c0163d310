using UptimeSquirrel.Importing.Foreign;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Importing.UptimeRobot;

/// <summary>One monitor of UptimeRobot, from its CSV file or either version of its API.</summary>
internal static class RobotMonitor
{
    // What version 2 calls by number, with the port that goes with it; 99 has a port of its own.
    private static readonly Dictionary<string, string> PortOfSubType = new() { ["1"] = "80", ["2"] = "443", ["3"] = "21", ["4"] = "25", ["5"] = "110", ["6"] = "143" };

    private static readonly char[] Separators = [';', ','];

    public static Wish Read(Fields monitor, ReadingChoices choices)
    {
        var wish = new Wish(monitor.Text("friendlyName", "name"), choices) { IsPaused = monitor.Text("status")?.ToLowerInvariant() is "0" or "paused" };
        var type = Letters(monitor.Text("type"));
        ReadAddress(type, monitor, wish);
        wish.Emails = EmailsOf(monitor.Text("alertContacts"));
        wish.Every(monitor.Number("interval", "monitoringInterval"));
        wish.GiveUpAfter(monitor.Number("timeout"));
        wish.Grace(monitor.Number("gracePeriod"));
        wish.Tag(monitor.List("tagNames", "tags").Select(tag => Fields.TextOf(tag) ?? new Fields(tag).Text("name")));
        wish.SlowAfter(monitor.Number("responseTimeThreshold"));
        if (type is null or "http" or "https" or "https1" or "1" or "keyword" or "2" or "api")
            ReadLook(type, monitor, wish);
        return wish;
    }

    private static void ReadAddress(string? type, Fields monitor, Wish wish)
    {
        var address = monitor.Text("url", "urlip");
        switch (type)
        {
            case null or "http" or "https" or "1" or "keyword" or "2":
                wish.Address(address);
                break;
            case "api":
                wish.Address(address);
                wish.Remark("What it expects of the values in the answer was left out: --json-value of 'squirrel add' says that here.");
                break;
            case "ping" or "3":
                wish.Address($"ping://{HostOf(address)}");
                break;
            case "port" or "4" or "tcp":
                wish.Address($"tcp://{HostOf(address)}:{monitor.Text("port") ?? PortOfSubType.GetValueOrDefault(monitor.Text("subType") ?? "")}");
                break;
            case "dns":
                wish.Address($"dns://{HostOf(address)}");
                wish.Remark("Which records it expects was left out: 'squirrel add dns://NAME?type=A&expect=…' says that here.");
                break;
            case "heartbeat" or "5":
                wish.Job(monitor.Text("friendlyName", "name"));
                break;
            default:
                wish.Skip($"There is nothing like the type '{PlainText.Start(monitor.Text("type")!, 30)}' here.");
                break;
        }
    }

    private static void ReadLook(string? type, Fields monitor, Wish wish)
    {
        var look = wish.Look;
        look.Method(monitor.Text("httpMethodType") is { } name ? name : MethodOf(monitor.Text("httpMethod")));
        foreach (var (header, value) in monitor.Pairs("customHttpHeaders"))
            look.Header(header, value);
        if (monitor.Text("authType")?.ToUpperInvariant() is "DIGEST")
            wish.Remark("Its login was left out: there is nothing like 'digest' here.");
        else if (monitor.Text("authType")?.ToUpperInvariant() is "BEARER")
            look.Token(monitor.Text("httpPassword"));
        else
            look.LogIn(monitor.Text("httpUsername"), monitor.Text("httpPassword"));
        wish.Accept(monitor.Texts("successHttpResponseCodes").Select(WholeHundred));
        look.StopAtRedirect(!monitor.Flag("followRedirections"));
        look.IgnoreCertificate(!monitor.Flag("checkSSLErrors"));
        if (type is "keyword" or "2")
            ReadWords(monitor, look, wish);
    }

    // "Exists" means: alert when the words are there.
    private static void ReadWords(Fields monitor, WishedLook look, Wish wish)
    {
        look.Words(monitor.Text("keywordValue"), isUnwanted: Letters(monitor.Text("keywordType")) is "1" or "exists" or "alertexists");
        if (monitor.Text("keywordCaseType")?.ToLowerInvariant() is "0" or "caseinsensitive")
            wish.Remark("Its words were looked for in upper and lower case; here the very spelling counts.");
    }

    // A code whose last digits are an x stands for all of them.
    private static string WholeHundred(string code) => code.EndsWith("xx", StringComparison.OrdinalIgnoreCase) ? $"{code[0]}00-{code[0]}99" : code;

    private static string? MethodOf(string? number) => number switch
    {
        "1" => "HEAD",
        "3" => "POST",
        "4" => "PUT",
        "5" => "PATCH",
        "6" => "DELETE",
        "7" => "OPTIONS",
        _ => null,
    };

    // The file for many monitors at once may name addresses; elsewhere there are only numbers of contacts.
    private static EmailAddress[] EmailsOf(string? contacts) =>
        [.. (contacts ?? "").Split(Separators, StringSplitOptions.TrimEntries).Select(text => EmailAddress.TryParse(text, out var email, out _) ? email : null).OfType<EmailAddress>()];

    private static string? HostOf(string? address) =>
        address?.Contains("://", StringComparison.Ordinal) == true && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Authority : address?.TrimEnd('/');

    private static string? Letters(string? text) => text is null ? null : string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
