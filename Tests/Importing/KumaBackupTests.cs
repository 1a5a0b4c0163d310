using System.Globalization;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Tests.Importing;

public sealed class KumaBackupTests
{
    // As Backup.vue of 1.23 writes it, with the fields it writes for every monitor whatever its type.
    private const string Rest = """
        "retryInterval": 60, "resendInterval": 0, "maxretries": 0, "timeout": 10, "expiryNotification": false, "ignoreTls": false, "upsideDown": false,
        "packetSize": 56, "maxredirects": 10, "accepted_statuscodes": ["200-299"], "dns_resolve_type": "A", "dns_resolve_server": "1.1.1.1", "dns_last_result": null,
        "docker_container": "", "docker_host": null, "proxyId": null, "notificationIDList": {}, "mqttTopic": "", "authMethod": null, "httpBodyEncoding": "json", "includeSensitiveData": true
        """;

    [Theory]
    [InlineData("""{"type":"http","name":"Shop","url":"https://shop.example/","method":"GET","interval":60,"active":true}""", "https://shop.example/; name Shop; every 1m; timeout 10s; accept 200-299")]
    [InlineData("""{"type":"keyword","name":"Blog","url":"http://blog.example","keyword":"Hello","invertKeyword":false,"interval":"300"}""", "http://blog.example/; name Blog; every 5m; timeout 10s; accept 200-299; keyword Hello")]
    [InlineData("""{"type":"keyword","name":"Blog","url":"http://blog.example","keyword":"Error","invertKeyword":1,"method":"HEAD"}""", "http://blog.example/; name Blog; timeout 10s; accept 200-299; no keyword Error")]
    [InlineData("""{"type":"json-query","name":"Api","url":"https://api.example/health","jsonPath":"$.status","expectedValue":"ok"}""", "https://api.example/health; name Api; timeout 10s; accept 200-299; json $.status=ok")]
    [InlineData("""{"type":"port","name":"DB","hostname":"db.example","port":5432,"url":"https://"}""", "tcp://db.example:5432; name DB; timeout 10s")]
    [InlineData("""{"type":"ping","name":"v6","hostname":"2001:db8::1"}""", "ping://[2001:db8::1]; name v6; timeout 10s")]
    [InlineData("""{"type":"dns","name":"Mail","hostname":"example.com","dns_resolve_type":"MX","dns_resolve_server":"9.9.9.9","port":53}""", "dns://example.com?type=MX&server=9.9.9.9; name Mail; timeout 10s")]
    [InlineData("""{"type":"push","name":"Nightly Backup #2","interval":86400}""", "heartbeat://nightly-backup-2; name Nightly Backup #2; every 1d (The job has to call another address from now on: 'squirrel status --verbose' shows it.)")]
    [InlineData("""{"type":"http","name":"Off","url":"https://off.example","active":0,"maxredirects":0,"ignoreTls":true}""", "https://off.example/; name Off; timeout 10s; accept 200-299; no redirects; any certificate; paused")]
    [InlineData("""{"type":"http","name":"Slow","url":"https://slow.example","interval":20,"timeout":48,"maxretries":3,"retryInterval":20}""",
        "https://slow.example/; name Slow; every 1m; timeout 12s; accept 200-299; recheck 20s,20s,20s (Its timeout of 48s is 12s here, because 1s to 12s can be.) (It was checked every 20s; here every 1m, because 1m to 1d can be.)")]
    [InlineData("""{"type":"http","name":"Tags","url":"https://tags.example","tags":[{"tag_id":1,"name":"Prod","color":"#059669","value":""},{"tag_id":2,"name":"env","value":"live"}]}""",
        "https://tags.example/; name Tags; timeout 10s; accept 200-299; tags prod,env:live")]
    [InlineData("""{"type":"docker","name":"Box","docker_container":"web"}""", "skipped Box: There is nothing like the type 'docker' here.")]
    [InlineData("""{"type":"http","name":"Trap","url":"https://trap.example","upsideDown":true}""", "skipped Trap: It is upside down: up while nothing answers. There is nothing like that here.")]
    [InlineData("""{"name":"What"}""", "skipped What: It has no type.")]
    [InlineData("""{"type":"http","name":"None"}""", "bad: None: An address is missing: expected something like https://shop.example/")]
    [InlineData("""{"type":"http","name":"Codes","url":"https://c.example","accepted_statuscodes":["200-299","401"]}""", "https://c.example/; name Codes; timeout 10s; accept 200-299,401")]
    public void Each_monitor_becomes_what_it_was_or_says_why_not(string monitor, string expected) => Told.Read(Backup(monitor)).ShouldBe([expected]);

    [Fact]
    public void What_is_in_a_group_has_its_name_and_those_around_it_as_tags_and_is_paused_with_it() => Told.Read(Backup(
        """{"id":1,"type":"group","name":"Customers","active":false}""",
        """{"id":2,"type":"group","name":"ACME","parent":1}""",
        """{"id":3,"type":"http","name":"Site","url":"https://acme.example","parent":2}""",
        """{"id":4,"type":"group","name":"Ring","parent":4}""")).ShouldBe(
        [
            "skipped Customers: It is a group; what is in it has its name as a tag.",
            "skipped ACME: It is a group; what is in it has its name as a tag.",
            "https://acme.example/; name Site; timeout 10s; accept 200-299; tags acme,customers; paused",
            "skipped Ring: It is a group; what is in it has its name as a tag.",
        ]);

    private const string Secretive = """
        {"type":"http","name":"Api","url":"https://ann:hush@api.example/","method":"POST","headers":"{ \"X-Trace\": \"1\", \"Authorization\": \"Bearer abc\" }","body":"{\"a\":1}"}
        """;

    [Fact]
    public void Secrets_are_told_of_and_left_where_they_are() => Told.Read(Backup(Secretive)).ShouldBe(
        [
            "https://api.example/; name Api; timeout 10s; accept 200-299; method POST; headers X-Trace: 1" +
            " (What it logs in with was left out: --with-secrets takes secrets over.)" +
            " (The header Authorization was left out: --with-secrets takes secrets over.)" +
            " (The body that is sent along was left out: --with-secrets takes secrets over.)",
        ]);

    [Fact]
    public void Secrets_are_taken_when_that_was_said() => Told.Read(Backup(
        """{"type":"http","name":"Api","url":"https://api.example/","method":"POST","authMethod":"basic","basic_auth_user":"ann","basic_auth_pass":"hush","body":"x=1"}"""),
        new ReadingChoices { WithSecrets = true }).ShouldBe(["https://api.example/; name Api; timeout 10s; accept 200-299; method POST; body x=1; login Basic ann:hush"]);

    [Fact]
    public void Notifications_are_named_and_their_passwords_are_not()
    {
        const string Mail = """{"id":1,"name":"Mail","active":true,"isDefault":true,"config":"{\"type\":\"smtp\",\"smtpHost\":\"mx\",\"smtpPassword\":\"hush\",\"smtpTo\":\"a@b.example, c@d.example\"}"}""";
        const string Chat = """{"id":2,"name":"Chat","config":"{\"type\":\"telegram\",\"telegramBotToken\":\"hush\"}"}""";

        Told.Read($$"""{"version":"1.23.13","notificationList":[{{Mail}},{{Chat}}],"proxyList":[],"monitorList":[]}""").ShouldBe(
            [
                "* The notification 'Mail' was left out: --email a@b.example tells the same people by mail.",
                "* The notification 'Chat' (telegram) was left out: 'squirrel owner channel kinds' says what there is instead.",
            ]);
    }

    [Fact]
    public void Ten_thousand_monitors_are_read_and_none_is_lost()
    {
        var monitors = Enumerable.Range(0, 10_000).Select(i => string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{i}},"type":"http","name":"Site {{i}}","url":"https://site{{i}}.example/","interval":60}"""));

        var content = ListText.Read(Backup([.. monitors]), ReadingChoices.Usual);

        (content.Good.Count, content.Bad.Count, content.Skipped.Count).ShouldBe((10_000, 0, 0));
        content.Source.ShouldBe("Uptime Kuma 1.23.13");
    }

    [Theory]
    [InlineData("{\"monitorList\": [", "The file begins like JSON, but is none: ")]
    [InlineData("{\"a\": 1}", "The file is JSON, but no list of a product we know: expected one of UptimeSquirrel, Uptime Kuma, ")]
    public void A_broken_or_unknown_file_is_one_clear_sentence(string text, string beginning) =>
        Should.Throw<NoListException>(() => Told.Read(text)).Message.ShouldStartWith(beginning);

    private static string Backup(params string[] monitors)
    {
        // The fields of the test stand first, and the first of two fields of one name counts.
        var whole = monitors.Select(monitor => monitor.TrimEnd()[..^1] + "," + Rest + "}");
        return $$"""{"version":"1.23.13","notificationList":[],"proxyList":[],"monitorList":[{{string.Join(',', whole)}}]}""";
    }
}
