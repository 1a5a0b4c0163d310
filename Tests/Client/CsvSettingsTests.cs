using UptimeSquirrel.Checks;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Client;

public sealed class CsvSettingsTests
{
    [Fact]
    public void Every_setting_may_be_a_column()
    {
        var changes = Read(
            "url,timeout,accept,method,header,body,basic,keyword,no-keyword,json-value,expect-header,follow,ignore-tls,ip,recheck,successes,slow-after,parent",
            "api.example,5s,200-299;401,post,Accept-Language: de|X-A: 1;2,\"{\"\"a\"\":1}\",ann:pass,Welcome,Error,status=ok,Content-Type: json,no,yes,4,\"5s,15s\",3,2s,router.example").Changes;

        (changes.Timeout, changes.Accept!.Text, changes.Warnings!.SlowAfter).ShouldBe((TimeSpan.FromSeconds(5), "200-299,401", TimeSpan.FromSeconds(2)));
        changes.Patience!.RecheckDelays!.Select(delay => delay.Seconds).ShouldBe([5, 15]);
        changes.Patience.SuccessesBeforeUp.ShouldBe(3);
        changes.Parent.ShouldBe(WebsiteUrl.Parse("router.example"));
        var look = changes.Look!;
        (look.Method, look.Body!.Text, look.Credentials!.Secret.Text, look.Family).ShouldBe((CheckMethod.Post, "{\"a\":1}", "ann:pass", IpFamily.IPv4));
        (look.Keyword, look.UnwantedKeyword, look.Json!.ToString()).ShouldBe(("Welcome", "Error", "status=ok"));
        look.Headers!.Select(header => $"{header.Name}={header.Value}").ShouldBe(["Accept-Language=de", "X-A=1;2"]);
        look.ExpectedHeaders!.Single().ToString().ShouldBe("Content-Type: json");
        (look.StopsAtRedirect, look.IgnoresCertificate).ShouldBe((true, true));
    }

    [Fact]
    public void An_empty_field_says_nothing_about_its_setting()
    {
        var changes = Read("url,method,keyword,recheck,slow-after,parent,follow,verify_ssl,timeout", "a.example,,,,,,,,").Changes;

        (changes.Look, changes.Patience, changes.Warnings, changes.Parent, changes.Timeout).ShouldBe((null, null, null, null, null));
    }

    [Theory]
    [InlineData("follow", "yes", false, null)]
    [InlineData("Follow Redirects", "false", true, null)]
    [InlineData("Verify SSL", "0", null, true)]
    [InlineData("verify_ssl", "true", null, false)]
    public void A_switch_is_read_in_either_direction(string column, string value, bool? stops, bool? ignores)
    {
        var look = Read($"url,{column}", $"a.example,{value}").Changes.Look!;

        (look.StopsAtRedirect, look.IgnoresCertificate).ShouldBe((stops, ignores));
    }

    [Theory]
    [InlineData("", "Sale", null)]
    [InlineData("not exists", "Sale", null)]
    [InlineData("ALERT_NOT_EXISTS", "Sale", null)]
    [InlineData("2", "Sale", null)]
    [InlineData("exists", null, "Sale")]
    [InlineData("ALERT_EXISTS", null, "Sale")]
    public void What_UptimeRobot_alerts_of_is_not_turned_round(string type, string? keyword, string? unwanted)
    {
        var look = Read("URL/IP,Keyword Type,Keyword Value", $"shop.example,{type},Sale").Changes.Look!;

        (look.Keyword, look.UnwantedKeyword).ShouldBe((keyword, unwanted));
    }

    [Theory]
    [InlineData("Ping", "", "192.0.2.7", "ping://192.0.2.7")]
    [InlineData("Port", "5432", "db.example", "tcp://db.example:5432")]
    [InlineData("4", "", "db.example:5432", "tcp://db.example:5432")]
    [InlineData("HTTP(s)", "", "shop.example", "https://shop.example/")]
    [InlineData("Ping", "", "https://shop.example/", "https://shop.example/")]
    [InlineData("production", "", "shop.example", "https://shop.example/")]
    public void What_is_no_website_elsewhere_is_none_here(string type, string port, string address, string url) =>
        Read("Type,URL/IP,Port", $"{type},{address},{port}").Url.Text.ShouldBe(url);

    [Theory]
    [InlineData("timeout", "soon", "'soon' is not a length of time: expected something like 30s, 5m, 1h or a number of seconds.")]
    [InlineData("accept", "99", "'99' is not a list of statuses: expected up to 20 codes from 100 to 599 or ranges of them, such as 200-299,301.")]
    [InlineData("header", "no colon", "A header is written as 'Name: value'; no colon was found.")]
    [InlineData("follow", "perhaps", "'perhaps' is not a switch: expected yes or no.")]
    [InlineData("ip", "5", "'5' is not a kind of IP address: expected 4 or 6.")]
    [InlineData("parent", "ftp://x", "'ftp://x' starts with 'ftp:'; only http://, https://, tcp://, tls://, dns://, ping:// and heartbeat:// can be watched.")]
    public void A_setting_that_cannot_be_taken_makes_one_bad_line(string column, string value, string problem) =>
        ListReader.Read([$"url,{column}", $"a.example,{value}"]).Bad.Single().Problem.ShouldBe(problem);

    [Fact]
    public void Whoever_writes_two_logins_is_told_and_neither_is_repeated() =>
        ListReader.Read(["url,basic,bearer", "a.example,ann:hush,hush-hush"]).Bad.Single().Problem.ShouldBe("A user name and a token exclude each other.");

    private static ListLine Read(string heading, string record)
    {
        var content = ListReader.Read([heading, record]);
        content.Bad.ShouldBeEmpty();
        content.IgnoredColumns.ShouldBeEmpty();
        return content.Good.Single();
    }
}
