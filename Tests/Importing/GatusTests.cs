using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Tests.Importing;

public sealed class GatusTests
{
    [Fact]
    public void A_configuration_with_anchors_and_merges_becomes_websites() => Told.Read("""
        metrics: true
        default-endpoint: &defaults
          group: core
          interval: 5m
          client:
            timeout: 10s
          conditions:
            - "[STATUS] == 200"
        alerting:
          email: { from: "gatus@example.com", password: "hush", to: "a@b.c" }
        endpoints:
          - name: front
            <<: *defaults
            url: "https://example.org/"
            alerts:
              - type: email
          - name: back
            <<: *defaults
            enabled: false
            interval: 1m30s
            url: "https://example.org/health"
            headers:
              X-Api-Key: hush
              Accept: application/json
            conditions: ["[STATUS] < 300", "[RESPONSE_TIME] < 500", "[BODY].status == UP", "[CERTIFICATE_EXPIRATION] > 48h"]
        """).ShouldBe(
        [
            "https://example.org/; name front; every 5m; timeout 10s; accept 200; tags core",
            "https://example.org/health; name back; every 90s; timeout 10s; accept 100-299; tags core; headers Accept: application/json; json status=UP; slow 0.5s; paused" +
            " (It was down when it was slow; here it is called slow, and not down.) (The header X-Api-Key was left out: --with-secrets takes secrets over.)",
            "* The section 'alerting' was left out: --email ADDRESS tells people by mail, 'squirrel owner channel kinds' says what else there is.",
        ]);

    [Fact]
    public void What_an_endpoint_says_itself_counts_more_than_what_is_merged_below_it() =>
        Told.Read("x: &d { interval: 10m, group: core }\nendpoints:\n  - url: https://a.example\n    interval: 5m\n    <<: [*d]\n").ShouldBe(["https://a.example/; every 5m; tags core"]);

    [Theory]
    [InlineData("[STATUS] == any(200, 429)", "; accept 200,429")]
    [InlineData("[STATUS] != 404", "; accept 100-403,405-599")]
    [InlineData("[STATUS] <= 299", "; accept 100-299")]
    [InlineData("[BODY] == pat(*Welcome*)", "; keyword Welcome")]
    [InlineData("[BODY] != pat(*Fatal error*)", "; no keyword Fatal error")]
    [InlineData("[BODY].data[0].id == 7", "; json data[0].id=7")]
    [InlineData("[CONNECTED] == true", "")]
    [InlineData("[DOMAIN_EXPIRATION] > 720h", "")]
    [InlineData("[BODY] == pat(*a*b*)", " (The condition '[BODY] == pat(*a*b*)' was left out: there is nothing like it here.)")]
    [InlineData("len([BODY].items) > 3", " (The condition 'len([BODY].items) > 3' was left out: there is nothing like it here.)")]
    [InlineData("[IP] == 127.0.0.1", " (The condition '[IP] == 127.0.0.1' was left out: there is nothing like it here.)")]
    [InlineData("nonsense", " (The condition 'nonsense' was left out: there is nothing like it here.)")]
    public void Each_condition_becomes_a_setting_or_says_why_not(string condition, string expected) =>
        Told.Read($"endpoints:\n  - name: a\n    url: https://a.example\n    conditions:\n      - '{condition}'\n").ShouldBe(["https://a.example/; name a; every 1m" + expected]);

    [Fact]
    public void A_second_condition_about_the_words_of_the_page_is_told_and_the_first_stays() =>
        Told.Read("""
            endpoints:
              - name: a
                url: https://a.example
                conditions: ["[BODY] == pat(*Welcome*)", "[BODY] == pat(*Log in*)", "[BODY] != pat(*Fatal*)", "[BODY] != pat(*Warning*)", "[BODY] == pat(*Welcome*)"]
            """).ShouldBe(
            [
                "https://a.example/; name a; every 1m; keyword Welcome; no keyword Fatal" +
                " (The words 'Log in' were left out: 'Welcome' are looked for already, and one text is all that can be.)" +
                " (The words 'Warning' were left out: 'Fatal' are looked for already, and one text is all that can be.)",
            ]);

    [Fact]
    public void A_second_condition_about_the_json_is_told_and_of_two_times_the_shorter_counts() =>
        Told.Read("""
            endpoints:
              - name: a
                url: https://a.example
                conditions: ["[BODY].status == UP", "[BODY].db == UP", "[RESPONSE_TIME] < 300", "[RESPONSE_TIME] < 500"]
            """).ShouldBe(
            [
                "https://a.example/; name a; every 1m; json status=UP; slow 0.3s (It was down when it was slow; here it is called slow, and not down.)" +
                " (What it expects of the JSON, 'db=UP', was left out: 'status=UP' is compared already, and one value is all that can be.)",
            ]);

    [Fact]
    public void An_external_endpoint_that_is_disabled_comes_over_paused() =>
        Told.Read("external-endpoints:\n  - name: night\n    enabled: false\n").ShouldBe(
            ["heartbeat://night; name night; paused (The job has to call another address from now on: 'squirrel status --verbose' shows it.)"]);

    [Theory]
    [InlineData("tcp://db.example:5432", "tcp://db.example:5432; name a; every 1m")]
    [InlineData("tls://mail.example:465", "tls://mail.example:465; name a; every 1m")]
    [InlineData("starttls://mail.example:587", "tcp://mail.example:587; name a; every 1m (Its certificate was asked for with STARTTLS; here its port counts.)")]
    [InlineData("icmp://host.example", "ping://host.example; name a; every 1m")]
    [InlineData("ssh://host.example:22", "skipped a: There is nothing like ssh:// here.")]
    [InlineData("wss://chat.example", "skipped a: There is nothing like wss:// here.")]
    [InlineData("https://${HOST}/", "skipped a: Its address holds a variable of the environment, such as ${NAME}: put its value into the file first.")]
    public void Each_scheme_becomes_one_of_ours_or_says_why_not(string url, string expected) =>
        Told.Read($"endpoints:\n  - name: a\n    url: \"{url}\"\n").ShouldBe([expected]);

    [Fact]
    public void Records_jobs_and_suites() => Told.Read("""
        endpoints:
          - name: mx
            url: "8.8.8.8"
            dns:
              query-name: "example.com."
              query-type: "MX"
            conditions: ["[DNS_RCODE] == NOERROR"]
        external-endpoints:
          - name: Backup
            group: jobs
            token: hush
            heartbeat: { interval: 26h }
        suites:
          - name: login
        """).ShouldBe(
        [
            "dns://example.com?type=MX&server=8.8.8.8; name mx; every 1m",
            "heartbeat://jobs-backup; name Backup; every 26h; tags jobs (The job has to call another address from now on: 'squirrel status --verbose' shows it.)",
            "skipped login: It is a suite; there is nothing like that here.",
        ]);

    [Theory]
    [InlineData("endpoints:\n  - name: [a", "The file begins like YAML, but line ")]
    [InlineData("endpoints:\n  - *nothing", "The file begins like YAML, but line 2 is none: ")]
    [InlineData("endpoints: &a\n  - b: *a", "The file begins like YAML, but line 2 is none: ")]
    public void Broken_yaml_is_one_clear_sentence(string text, string beginning) => Should.Throw<NoListException>(() => Told.Read(text)).Message.ShouldStartWith(beginning);

    [Fact]
    public void A_file_that_unfolds_without_end_is_refused_before_it_does()
    {
        var lines = Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]");

        Should.Throw<NoListException>(() => Told.Read($"endpoints: []\na0: &a0 [x]\n{string.Join('\n', lines)}\n")).Message.ShouldStartWith("The YAML of the file unfolds into more than can be read");
    }
}
