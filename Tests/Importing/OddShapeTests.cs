using System.Text.Json.Nodes;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Tests.Importing;

/// <summary>Files are edited by hand and written by versions nobody here has seen: whatever is in the place of a value, reading goes on.</summary>
public sealed class OddShapeTests
{
    public static TheoryData<string> Lists =>
    [
        """
        {"version":"1","notificationList":[{"id":1,"name":"n","config":"{}"}],"proxyList":[{"id":1}],"monitorList":[{"id":1,"name":"a","type":"http","url":"https://a.example","method":"POST","interval":60,
          "timeout":48,"maxretries":1,"retryInterval":60,"accepted_statuscodes":["200"],"headers":"{\"a\":\"b\"}","body":"x","tags":[{"name":"t","value":"v"}],"active":true,"parent":2,"proxyId":1,"authMethod":"basic","basic_auth_user":"u"},
          {"id":2,"type":"group","name":"g"},{"type":"dns","hostname":"a.example","dns_resolve_server":"1.2.3.4","port":53},{"type":"json-query","url":"https://b.example","jsonPath":"a","jsonPathOperator":"==","expectedValue":"1"},
          {"type":"port","hostname":"a.example","port":1},{"type":"push","name":"p"}]}
        """,
        """{"stat":"ok","pagination":{"total":9},"monitors":[{"friendly_name":"a","url":"a.example","type":4,"sub_type":4,"port":"1","status":2,"alert_contacts":[{"id":1}],"custom_http_headers":{"a":"b"}},{"friendly_name":"k","url":"k.example","type":2,"keyword_type":1,"keyword_value":"x"}]}""",
        """{"data":[{"friendlyName":"a","url":"a.example","type":"HTTP","interval":60,"successHttpResponseCodes":["2xx"],"tagNames":["a"],"assignedAlertContacts":[{}],"authType":"BEARER","httpPassword":"x"}],"nextLink":"x"}""",
        """{"data":[{"attributes":{"url":"a.example","pronounceable_name":"a","monitor_type":"tcp","port":"80","check_frequency":60,"request_timeout":30,"request_headers":[{"name":"a","value":"b"}],"expected_status_codes":[200],"confirmation_period":3}}],"pagination":{"next":"x"}}""",
        """{"data":[{"name":"a","type":"http","url":"https://a.example","interval":60000,"customUpCodes":[401],"notifications":["1"],"group":"g","tags":["t"],"expectedValue":"x","jsonPath":"y","matchMethod":"equal"},{"type":"port","url":"a.example","port":1}]}""",
        """{"services":[{"name":"a","domain":"https://a.example","type":"http","group_id":1,"check_interval":60,"notify_after":2,"headers":"a=b","expected":"x","expected_status":200},{"type":"tcp","domain":"a.example","port":1}],"groups":[{"id":1,"name":"g"}],"notifiers":[{}]}""",
        """{"endpoints":[{"name":"a","group":"g","url":"https://a.example","interval":"60s","headers":{"a":"b"},"conditions":["[STATUS] == 200"],"client":{"timeout":"1s"},"alerts":[{}]},{"url":"1.1.1.1","dns":{"query-name":"a.example","query-type":"A"}}],"external-endpoints":[{"name":"e","heartbeat":{"interval":"1h"}}],"suites":[{"name":"s"}]}""",
        """{"sites":[{"name":"a","url":"https://a.example","headers":["A: b"],"expectedStatusCodes":[200],"maxResponseTime":100,"tags":["t"]},{"url":"a.example","check":"tcp-ping","port":1}]}""",
        """{"global":{"scrape_interval":"1m"},"scrape_configs":[{"job_name":"a","metrics_path":"/probe","params":{"module":["m"]},"static_configs":[{"targets":["a.example"],"labels":{"a":"b"}}]}]}""",
        """{"format":"uptimesquirrel-export","version":1,"websites":[{"url":"https://a.example","name":"a","owner":"o","tags":["t"],"intervalSeconds":60,"accept":"200","parent":"https://b.example","settings":{"method":"GET","headers":[{"name":"a","value":"b"}],"recheckSeconds":[5],"successes":1,"expectedHeaders":["A"]}}],"owners":[{"id":"o","emails":["a@b.example"],"channels":[{"kind":"x"}],"report":{"period":"x"}}]}""",
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Whatever_stands_in_the_place_of_a_value_reading_goes_on_or_says_in_a_sentence_why_not(string list)
    {
        ListText.Read(list, ReadingChoices.Usual).Good.ShouldNotBeEmpty();
        foreach (var odd in (string?[])[null, "null", "7", "-1e300", "\"x\"", "\"\"", "true", "[]", "{}", "[[7,null,{}]]", "{\"a\":{\"b\":[]}}"])
            for (var place = 0; place < ValuesIn(JsonNode.Parse(list)!).Count(); place++)
                ReadWith(list, place, odd);
    }

    private static void ReadWith(string list, int place, string? odd)
    {
        var root = JsonNode.Parse(list)!;
        var (parent, name) = ValuesIn(root).ElementAt(place);
        parent.Remove(name);
        if (odd is not null)
            parent.Add(name, JsonNode.Parse(odd));
        try
        {
            ListText.Read(root.ToJsonString(), ReadingChoices.Usual with { WithSecrets = true }).ShouldNotBeNull();
        }
        catch (NoListException exception)
        {
            exception.Message.ShouldNotBeEmpty();
        }
    }

    private static IEnumerable<(JsonObject Parent, string Name)> ValuesIn(JsonNode node) => node switch
    {
        JsonObject members => members.ToList().SelectMany(member => (member.Value is null ? [] : ValuesIn(member.Value)).Prepend((members, member.Key))),
        JsonArray elements => elements.OfType<JsonNode>().ToList().SelectMany(ValuesIn),
        _ => [],
    };
}
