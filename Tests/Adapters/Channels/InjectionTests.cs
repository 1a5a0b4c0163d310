using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using UptimeSquirrel.Adapters.Templates;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Grains.Owners.Templates;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Adapters.Email;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Adapters.Channels;

/// <summary>
/// Names, reasons and addresses come from strangers. Whatever stands in them, the request has the same form as for a harmless name, and
/// whoever reads it sees the text and nothing made of it.
/// </summary>
public sealed partial class InjectionTests : WireTest
{
    private static readonly string[] _nasty =
    [
        "</b><script>alert(1)</script>", "<!channel> <https://evil.example|x>", "@everyone <@1> [x](https://evil.example) **b**", "\",\"priority\":1,\"x\":\"",
        "a\r\nX-Evil: 1\r\n\r\nhello", "*b* _i_ ~s~ `c` ||d|| > q", "x\u202Egnp.exe", "{to} {text} {{x}} %s ${x}", "&to=+1900&text=y", "half \uD83D a rune", "]]>&#x3c;<b>&amp;",
    ];

    public static TheoryData<string, string> EveryKindAndText =>
        [.. ChannelCases.Kinds.Select(kind => kind.Data).SelectMany(kind => _nasty.Select(text => (kind, text)))];

    public static TheoryData<string, string> EveryKindThatTellsSeveralAndText => [.. EveryKindAndText.Where(row => row.Data.Item1 is not ("pagerduty" or "opsgenie"))];

    [Theory, MemberData(nameof(EveryKindAndText))]
    public async Task Nothing_breaks_out_of_its_place(string kind, string text)
    {
        var harmless = await SendAsync(kind, Alert("Shop", "It is broken."));
        var nasty = await SendAsync(kind, Alert(text, text));

        nasty.Method.ShouldBe(harmless.Method);
        nasty.Path.ShouldBe(harmless.Path);
        nasty.Headers.Select(header => header.Key).ShouldBe(harmless.Headers.Select(header => header.Key));
        Form(kind, nasty).ShouldBe(Form(kind, harmless));
        if (Markup(kind, nasty) is { } markup)
            markup.ShouldBe(Markup(kind, harmless));
    }

    [Theory, MemberData(nameof(EveryKindThatTellsSeveralAndText))]
    public async Task Nothing_breaks_out_of_its_place_where_several_are_told_together(string kind, string text)
    {
        var harmless = await SendAsync(kind, new Bundle([Alert("Shop", "It is broken."), Alert("Shop", "It is broken.", "b.example"), Alert("Shop", "It is broken.", "c.example")]));
        var nasty = await SendAsync(kind, new Bundle([Alert(text, text), Alert(text, text, "b.example"), Alert(text, text, "c.example")]));

        nasty.Path.ShouldBe(harmless.Path);
        nasty.Headers.Select(header => header.Key).ShouldBe(harmless.Headers.Select(header => header.Key));
        Form(kind, nasty).ShouldBe(Form(kind, harmless));
        if (Markup(kind, nasty) is { } markup)
            markup.ShouldBe(Markup(kind, harmless));
    }

    [Theory, MemberData(nameof(EveryKindAndText))]
    public async Task Nothing_breaks_out_of_its_place_in_an_owners_own_words(string kind, string text)
    {
        var harmless = await SendInOwnWordsAsync(kind, Alert("Shop", "It is broken."));
        var nasty = await SendInOwnWordsAsync(kind, Alert(text, text));

        nasty.Path.ShouldBe(harmless.Path);
        nasty.Headers.Select(header => header.Key).ShouldBe(harmless.Headers.Select(header => header.Key));
        Form(kind, nasty).ShouldBe(Form(kind, harmless));
        if (Markup(kind, nasty) is { } markup)
            markup.ShouldBe(Markup(kind, harmless));
    }

    private async Task<ReceivedRequest> SendInOwnWordsAsync(string kind, Alert alert)
    {
        const string Lines = "{{ website.name }} has a problem\n{{ incident.reason }}\n{% for one in alerts %}{{ one.subject | append: one.website.name }}{% endfor %}";
        var template = Kind(kind).IsJson
            ? new StoredTemplate(null, "{\"text\":\"{{ website.name }}\",\"more\":[\"{{ incident.reason | append: website.name }}\"]}")
            : new StoredTemplate(TemplateRules.IsWithoutSubject(Kind(kind)) ? null : "{{ website.name }}!", Lines);
        return await SendAsync(kind, letter =>
        {
            var (own, problem) = new TemplateDesk(new FluidTemplates()).Apply(letter, Kind(kind), template);
            problem.ShouldBeNull();
            return own;
        }, alert);
    }

    /// <summary>All that is not text: names of members and fields, how many, in which order.</summary>
    private static string Form(string kind, ReceivedRequest request) => kind switch
    {
        "web-push" => request.Header("content-type")!,
        "pushover" or "sms-twilio" => string.Join(',', request.Form.Keys),
        _ => Form(request.Json),
    };

    private static string Form(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', json.EnumerateObject().Select(member => $"{member.Name}:{Form(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', json.EnumerateArray().Select(Form))}]",
        JsonValueKind.String => "text",
        _ => json.GetRawText(),
    };

    /// <summary>What the other side would make of the texts that it takes for markup; null where it takes none for it.</summary>
    private static string? Markup(string kind, ReceivedRequest request) => kind switch
    {
        "telegram" => Elements(request.Json.GetProperty("text").GetString()!),
        "matrix" => Elements(request.Json.GetProperty("formatted_body").GetString()!),
        "slack" => Links(request.Json),
        "discord" => string.Join(' ', Texts(request.Json).Where(text => !text.StartsWith("https:", StringComparison.Ordinal)).SelectMany(text => Unescaped().Matches(text)).Select(match => match.Value)),
        _ => null,
    };

    private static string Elements(string html) =>
        string.Join(' ', XElement.Parse($"<x>{WebUtility.HtmlDecode(html.Replace("&lt;", "&amp;lt;").Replace("&amp;", "&amp;amp;").Replace("&quot;", "&amp;quot;").Replace("&gt;", "&amp;gt;")).Replace("<br>", "<br/>")}</x>")
            .Descendants().Select(element => $"{element.Name}{string.Concat(element.Attributes().Select(attribute => $"[{attribute.Name}={attribute.Value}]"))}"));

    // In Slack a link or a mention begins with an angle bracket: of those there is one, around the address.
    private static string Links(JsonElement json) => string.Join(' ', json.GetProperty("blocks").EnumerateArray()
        .Select(block => block.TryGetProperty("text", out var text) ? text : default)
        .Where(text => text.ValueKind == JsonValueKind.Object && text.GetProperty("type").GetString() == "mrkdwn")
        .Select(text => text.GetProperty("text").GetString()!)
        .Append(string.Concat(json.GetProperty("text").GetString()!.Where(character => character is '<' or '>'))));

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };

    private static Alert Alert(string name, string reason, string host = "shop.example") =>
        Alerts.Outage(name, $"https://{host}/", new Problem(FailureKind.BadAnswer, reason, reason)) with { Url = Websites.WebsiteUrl.Parse($"https://{host}/?a='b'&c=|d|") };

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*[*_~`|>\[\]()<@]")]
    private static partial Regex Unescaped();
}
