using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Tests.Importing;

public sealed class PrometheusTests
{
    private const string Modules = """
        modules:
          http_2xx:
            prober: http
            timeout: 5s
          strict:
            prober: http
            http:
              method: POST
              valid_status_codes: [200, 204]
              headers: { X-A: "1" }
              basic_auth: { username: ann, password: hush }
              fail_if_body_not_matches_regexp: ["Welcome back"]
              fail_if_body_matches_regexp: ["Err.*"]
              follow_redirects: false
          tcp_tls:
            prober: tcp
            tcp: { tls: true }
          icmp:
            prober: icmp
          records:
            prober: dns
            dns: { query_name: "example.com", query_type: "MX" }
        """;

    [Fact]
    public void Targets_of_file_sd_become_websites_with_their_labels_as_tags() => Told.Read("""
        [ { "targets": ["https://example.org", "example.com:8443"], "labels": { "module": "http_2xx", "env": "Prod", "__meta_x": "y" } },
          { "targets": ["db.example:5432"], "labels": { "__param_module": "tcp_connect" } }, { "targets": [] } ]
        """).ShouldBe(
        [
            "https://example.org/; accept 200-299; tags env:prod (What the module 'http_2xx' says was left out: --modules blackbox.yml tells what it is.)",
            "http://example.com:8443/; accept 200-299; tags env:prod (What the module 'http_2xx' says was left out: --modules blackbox.yml tells what it is.)",
            "tcp://db.example:5432 (What the module 'tcp_connect' says was left out: --modules blackbox.yml tells what it is.)",
        ]);

    [Theory]
    [InlineData("http_2xx", "https://a.example", "https://a.example/; timeout 5s; accept 200-299")]
    [InlineData("strict", "https://a.example", "https://a.example/; accept 200,204; method POST; headers X-A: 1; keyword Welcome back; no redirects" +
        " (The pattern 'Err.*' was left out: one text, and no pattern, can be looked for here.) (What it logs in with was left out: --with-secrets takes secrets over.)")]
    [InlineData("tcp_tls", "mail.example:465", "tls://mail.example:465")]
    [InlineData("icmp", "host.example", "ping://host.example")]
    [InlineData("records", "9.9.9.9", "dns://example.com?type=MX&server=9.9.9.9")]
    public void What_a_module_says_counts_for_its_targets(string module, string target, string expected) =>
        Told.Read($"- targets: ['{target}']\n  labels:\n    module: {module}\n", ReadingChoices.Usual with { Modules = ListText.ReadModules(Modules) }).ShouldBe([expected]);

    [Fact]
    public void Of_a_whole_prometheus_only_the_jobs_that_probe_are_taken() => Told.Read("""
        global:
          scrape_interval: 15s
        scrape_configs:
          - job_name: node
            static_configs: [ { targets: ["localhost:9100"] } ]
          - job_name: sites
            metrics_path: /probe
            scrape_interval: 2m
            params: { module: [http_2xx] }
            static_configs:
              - targets: [ "https://a.example" ]
            file_sd_configs: [ { files: ["more.json"] } ]
        """, ReadingChoices.Usual with { Modules = ListText.ReadModules(Modules) }).ShouldBe(
        [
            "https://a.example/; every 2m; timeout 5s; accept 200-299",
            "* The job 'node' was left out: it collects metrics and probes nothing (its metrics_path is not /probe).",
            "* The job 'sites' has targets in other files: import those, too.",
        ]);

    [Fact]
    public void Modules_alone_are_no_list() =>
        Should.Throw<NoListException>(() => Told.Read(Modules)).Message.ShouldStartWith("The file holds modules of the Prometheus blackbox exporter, but no targets");
}
