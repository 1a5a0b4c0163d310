using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Tests.Importing;

public sealed class RobotTests
{
    private const string Heading = "ID,Type,Status,Friendly Name,URL/IP,Keyword Type,Keyword Value,Port";

    [Theory]
    [InlineData("777,HTTP(s),2,Shop,https://shop.example,,,", "https://shop.example/; name Shop")]
    [InlineData("778,Keyword,2,Blog,https://blog.example,Not Exists,Welcome,", "https://blog.example/; name Blog; keyword Welcome")]
    [InlineData("779,2,2,Blog,https://blog.example,Exists,Error,", "https://blog.example/; name Blog; no keyword Error")]
    [InlineData("780,Ping,2,Gate,gate.example,,,", "ping://gate.example; name Gate")]
    [InlineData("781,Port,0,DB,db.example,,,5432", "tcp://db.example:5432; name DB; paused")]
    [InlineData("782,Heartbeat,2,Backup,,,,", "heartbeat://backup; name Backup (The job has to call another address from now on: 'squirrel status --verbose' shows it.)")]
    [InlineData("783,UDP,2,Game,game.example,,,27015", "skipped Game: There is nothing like the type 'UDP' here.")]
    [InlineData("784,HTTP(s),2,\"Shop, the\",https://shop.example,,,", "https://shop.example/; name Shop, the")]
    [InlineData("785,HTTP(s),2,Shop,https://shop.example,,,,,x", "bad: line 2: 10 fields, but the heading has 8: put quotes around a field that holds ','.")]
    public void Each_record_of_the_export_becomes_what_it_was(string record, string expected) => Told.Read($"{Heading}\r\n{record}\r\n").ShouldBe([expected]);

    [Fact]
    public void Other_columns_and_another_order_do_no_harm() => Told.Read("URL/IP;Friendly Name;Interval;Type;Alert Contacts\nshop.example;Shop;60;HTTP;me@shop.example\n")
        .ShouldBe(["https://shop.example/; name Shop; every 1m"]);

    [Fact]
    public void A_list_that_names_owners_is_one_of_ours() =>
        ListText.Read("Friendly Name,URL/IP,Type,Owner\nShop,shop.example,HTTP,team\n", ReadingChoices.Usual).Good.Single().Owner!.Text.ShouldBe("team");

    [Theory]
    [InlineData("""{"id":1,"friendly_name":"Shop","url":"https://shop.example","type":1,"sub_type":"","keyword_type":null,"keyword_value":"","http_username":"","http_password":"","port":"","interval":300,"status":2}""",
        "https://shop.example/; name Shop; every 5m")]
    [InlineData("""{"friendly_name":"Off","url":"https://off.example","type":"1","interval":"60","status":0}""", "https://off.example/; name Off; every 1m; paused")]
    [InlineData("""{"friendly_name":"Mail","url":"mail.example","type":4,"sub_type":4,"port":"","interval":300,"status":2}""", "tcp://mail.example:25; name Mail; every 5m")]
    [InlineData("""{"friendly_name":"In","url":"https://in.example","type":1,"http_username":"ann","http_password":"hush","custom_http_headers":{"X-A":"1"},"status":9}""",
        "https://in.example/; name In; headers X-A: 1 (What it logs in with was left out: --with-secrets takes secrets over.)")]
    [InlineData("""{"friendly_name":"Word","url":"https://w.example","type":2,"keyword_type":2,"keyword_value":"ok","status":2}""", "https://w.example/; name Word; keyword ok")]
    public void Each_monitor_of_a_saved_answer_becomes_what_it_was(string monitor, string expected) =>
        Told.Read($$"""{"stat":"ok","pagination":{"offset":0,"limit":50,"total":1},"monitors":[{{monitor}}]}""").ShouldBe([expected]);

    [Fact]
    public void A_monitor_of_the_newer_api_says_more() => Told.Read("""
        {"data":[{"id":1,"friendlyName":"Api","url":"https://api.example","type":"HTTP","interval":86401,"timeout":30,"httpMethodType":"POST","authType":"NONE",
          "successHttpResponseCodes":["2xx","302"],"followRedirections":false,"checkSSLErrors":false,"tagNames":["Prod"],"responseTimeThreshold":1500,"status":"PAUSED",
          "assignedAlertContacts":[{"alertContactId":1,"threshold":0,"recurrence":0}]}],"nextLink":"https://api.uptimerobot.com/v3/monitors?cursor=2"}
        """).ShouldBe(
        [
            "https://api.example/; name Api; every 1d; timeout 12s; accept 200-299,302; tags prod; method POST; no redirects; any certificate; slow 1.5s; paused" +
            " (Its timeout of 30s is 12s here, because 1s to 12s can be.) (It was checked every 86401s; here every 1d, because 1m to 1d can be.)",
            "* Alert contacts were left out: --email ADDRESS tells people by mail.",
            "* The answer says that there are more monitors: ask for what 'nextLink' says, and import that answer, too.",
        ]);

    [Fact]
    public void A_page_that_is_not_the_last_says_so() =>
        Told.Read("""{"stat":"ok","pagination":{"offset":0,"limit":50,"total":120},"monitors":[{"friendly_name":"A","url":"a.example","type":1}]}""")[1]
            .ShouldBe("* The answer holds 1 of 120 monitors: ask for the others with offset=1, and import that answer, too.");
}
