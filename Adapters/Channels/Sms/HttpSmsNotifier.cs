using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.Sms;

/// <summary>A text message through any gateway that takes one HTTP request. What stands for {to}, {text} and {id} is encoded as its place needs it.</summary>
internal sealed partial class HttpSmsNotifier(ChannelHttp http) : HttpNotifier(http)
{
    private const string FormType = "application/x-www-form-urlencoded";
    private static readonly string[] _names = ["to", "text", "id"];

    public override ChannelKind Kind { get; } = new("sms-http", "A text message through any gateway that takes an HTTP request",
    [
        Setting.Needed("to", "the number that is told, as the gateway wants it", "+15558675310"),
        Setting.Secret("url", "the gateway's address; {to}, {text} and {id} are filled in", "https://sms.example.org/send?to={to}&text={text}"),
        Setting.OptionalSecret("body", "what is posted, with {to}, {text} and {id} filled in; else the request is a GET", "{\"number\":\"{to}\",\"message\":\"{text}\"}"),
        Setting.Optional("type", $"the body's media type; else {FormType}", "application/json"),
        Setting.OptionalSecret("authorization", "the Authorization header", "Bearer 12345"),
    ])
    { Medium = ChannelMedium.Text };

    public override IReadOnlyList<string> Problems(ChannelSettings settings)
    {
        var problems = new List<string>();
        var named = Placeholder().Matches($"{settings["url"]} {settings["body"]}").Select(match => match.Groups["name"].Value).ToHashSet();
        foreach (var unknown in named.Except(_names))
            problems.Add($"'{{{unknown}}}' stands for nothing: expected {{to}}, {{text}} or {{id}}.");
        if (!named.Contains("text"))
            problems.Add("Neither 'url' nor 'body' holds {text}, so there would be no message.");
        var origin = Placeholder().Replace(settings["url"].Split('?')[0], "x");
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || Placeholder().IsMatch(settings["url"].Split('/', 4)[2..3].FirstOrDefault("")))
            problems.Add("'url' is not an address: expected https://…, with what is filled in after the host.");
        if (!MediaTypeHeaderValue.TryParse(settings.Or("type", FormType), out _))
            problems.Add("'type' is not a media type: expected one like application/json.");
        if (IsJson(settings) && !IsJsonText(Fill(settings["body"], name => name)))
            problems.Add("'body' is not JSON: expected {\"number\":\"{to}\",\"message\":\"{text}\"} or the like.");
        return problems;
    }

    protected override HttpRequestMessage Write(Letter letter, ChannelSettings settings)
    {
        var url = new Uri(Fill(settings["url"], name => Uri.EscapeDataString(Value(name))));
        var request = settings.Has("body")
            ? Post(url, Fill(settings["body"], name => Encode(Value(name), settings)), settings.Or("type", FormType))
            : new HttpRequestMessage(HttpMethod.Get, url);
        if (settings.Has("authorization"))
            request.Headers.TryAddWithoutValidation("Authorization", settings["authorization"]);
        return request;

        string Value(string name) => name switch
        {
            "to" => settings["to"],
            "text" => SmsText.From(letter.Words.Brief),
            _ => letter.MessageId,
        };
    }

    private static string Encode(string value, ChannelSettings settings) =>
        IsJson(settings) ? JsonEncodedText.Encode(value).Value
        : settings.Or("type", FormType).StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) ? value
        : Uri.EscapeDataString(value);

    private static bool IsJson(ChannelSettings settings) => settings.Has("body") && settings["type"].Contains("json", StringComparison.OrdinalIgnoreCase);

    private static bool IsJsonText(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Fill(string template, Func<string, string> value) => Placeholder().Replace(template, match => value(match.Groups["name"].Value));

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}")]
    private static partial Regex Placeholder();
}
