using UptimeSquirrel.Looks;
using UptimeSquirrel.Sites.Declaring;
using UptimeSquirrel.Sites.Reading;

namespace UptimeSquirrel.Tests.Sites;

public sealed class SitesFileTests
{
    private static readonly Dictionary<string, string> _environment = new() { ["TOKEN"] = "hush", ["EMPTY"] = "" };

    [Fact]
    public void A_file_says_websites_owners_channels_and_maintenance()
    {
        var declaration = Read("""
            owner: web-team
            owners:
              - id: web-team
                emails: [anna@shop.example, ben@shop.example]
                channels:
                  - { kind: ntfy, settings: { topic: alerts, token: "${TOKEN}" }, after: 10m, only: critical }
                quiet-hours: { from: "22:00", to: "07:00", zone: Europe/Berlin, days: mon-fri, hold-all: yes }
                digest-window: 90s
                report: { every: week, zone: Europe/Berlin }
                maintenance:
                  - { name: nightly, cron: "0 2 * * SUN", for: 2h, zone: Europe/Berlin, tag: Live }
                  - { name: move, from: 2026-12-24 22:00, to: 2026-12-25 02:00, zone: Europe/Berlin, website: shop.example }
            websites:
              - url: https://shop.example
                name: Shop
                every: 1m
                tags: [live, shop]
                headers: { Accept: text/html, X-Api-Key: "${TOKEN}" }
                keyword: Add to cart
                recheck: [5s, 15s]
              - url: heartbeat://nightly
                owner: ops
                every: 1d
                grace: 1h
                paused: yes
            """);

        declaration.Mistakes.ShouldBeEmpty();
        var (shop, job) = (declaration.Websites[0], declaration.Websites[1]);
        (shop.Url.Text, shop.Owner.Text, shop.Changes.Name, shop.Changes.IsWhole, shop.IsPaused).ShouldBe(("https://shop.example/", "web-team", "Shop", true, null));
        shop.Changes.Look!.Headers!.Select(header => header.Value ?? header.Secret!.Text).ShouldBe(["text/html", "hush"]);
        shop.Changes.Patience!.RecheckDelays.ShouldBe([TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)]);
        (job.Owner.Text, job.Changes.Grace, job.IsPaused).ShouldBe(("ops", TimeSpan.FromHours(1), true));
        var team = declaration.Owners.Single();
        team.Emails!.Count.ShouldBe(2);
        team.Channels!.Single().Settings.ShouldBe(new Dictionary<string, string> { ["topic"] = "alerts", ["token"] = "hush" });
        team.Channels!.Single().Use.ShouldBe(new(TimeSpan.FromMinutes(10), "critical"));
        team.QuietHours!.HoldsAll.ShouldBeTrue();
        (team.SpeaksOfDigestWindow, team.DigestWindow).ShouldBe((true, TimeSpan.FromSeconds(90)));
        team.Report!.Zone.ShouldBe("Europe/Berlin");
        team.Windows![0].Tag.ShouldBe("live");
        team.Windows![1].From.ShouldBe(new DateTimeOffset(2026, 12, 24, 21, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("websites:\n  - url: https://a.example\n    evry: 1m\n", "sites.yaml, line 3: 'evry' is not known here: expected one of url, owner,")]
    [InlineData("websites:\n  - name: a\n", "sites.yaml, line 2: the website has no address: expected 'url: https://shop.example'.")]
    [InlineData("websites:\n  - url: https://a.example\n    every: soon\n", "sites.yaml, line 3: 'every': 'soon' is not a length of time")]
    [InlineData("websites:\n  - url: https://a.example\n    bearer: hush\n", "sites.yaml, line 3: 'bearer' is a secret, and many may read this file: expected a variable of the environment, such as ${BEARER}.")]
    [InlineData("websites:\n  - url: https://a.example\n    headers: { X-Token: hush }\n", "sites.yaml, line 2: the header 'X-Token' is a secret")]
    [InlineData("websites:\n  - url: https://a.example\n    bearer: ${GONE}\n", "sites.yaml, line 3: the environment has no variable GONE, or it is empty")]
    [InlineData("websites:\n  - url: https://a.example\n    keyword: ${EMPTY}\n", "sites.yaml, line 3: the environment has no variable EMPTY, or it is empty")]
    [InlineData("websites:\n  - url: https://a.example\n    keyword: ${\n", "sites.yaml, line 3: '${' is not closed")]
    [InlineData("owners:\n  - id: a\n    digest-window: 10m\n", "sites.yaml, line 3: 'digest-window': alerts cannot be gathered for 10m: expected 0s to 5m, or 'default'.")]
    [InlineData("owners:\n  - id: a\n    digest-window: soon\n", "sites.yaml, line 3: 'digest-window': 'soon' is not a length of time")]
    [InlineData("websites:\n  url: https://a.example\n", "sites.yaml, line 2: 'websites' is a list")]
    [InlineData("websites:\n  - https://a.example\n", "sites.yaml, line 2: what is in 'websites' is written as names and values")]
    [InlineData("websites: [\n", "sites.yaml, line 2: this is no YAML")]
    [InlineData("- url: https://a.example\n", "sites.yaml is no list of owners and websites: expected it to begin like 'websites:'.")]
    [InlineData("a: b\n---\nc: d\n", "sites.yaml holds 2 documents")]
    [InlineData("owners:\n  - id: ops\n    report: weekly\n", "sites.yaml, line 3: 'report' is written as names and values")]
    [InlineData("owners:\n  - id: ops\n    maintenance: [{ name: night shift, cron: '0 2 * * *', for: 1h }]\n", "sites.yaml, line 3: the maintenance needs a name of its own")]
    [InlineData("owners:\n  - id: ops\n    maintenance: [{ name: night, cron: '0 2 * * *' }]\n", "sites.yaml, line 3: it is not clear when the maintenance is")]
    public void A_mistake_names_its_line_and_what_was_expected(string text, string mistake) => Read(text).Mistakes.ShouldHaveSingleItem().ShouldStartWith(mistake);

    [Theory]
    [InlineData("websites:\n  - url:\n    every: 1m\n", "sites.yaml, line 2: the website has no address: expected 'url: https://shop.example'.")]
    [InlineData("websites:\n  - { every: 1m, url: ~ }\n", "sites.yaml, line 2: the website has no address: expected 'url: https://shop.example'.")]
    [InlineData("websites:\n  - url: \"\"\n", "sites.yaml, line 2: the website has no address: expected 'url: https://shop.example'.")]
    [InlineData("websites:\n  - url: ${EMPTY:-}\n", "sites.yaml, line 2: the website has no address: expected 'url: https://shop.example'.")]
    [InlineData("owners:\n  - id:\n    emails: []\n", "sites.yaml, line 2: the owner has no name: expected 'id: web-team'.")]
    public void What_has_nothing_behind_its_url_or_id_is_a_mistake_and_not_passed_over_as_if_it_were_not_in_the_file(string text, string mistake) =>
        Read(text).Mistakes.ShouldBe([mistake]);

    [Fact]
    public void Every_mistake_of_a_file_is_told_at_once() =>
        Read("websites:\n  - url: https://a b\n    every: soon\n    nonsense: 1\n  - name: b\n").Mistakes.Count.ShouldBe(4);

    [Fact]
    public void A_file_nested_without_end_is_refused() => Read(new string('[', 100_000)).Mistakes.ShouldHaveSingleItem().ShouldContain("nested too deeply");

    [Fact]
    public void Anchors_and_merges_say_things_once() =>
        Read("anchors:\n  usual: &usual { every: 1m, timeout: 5s }\nwebsites:\n  - <<: *usual\n    url: https://a.example\n    timeout: 7s\n")
            .Websites.Single().Changes.ShouldSatisfyAllConditions(
                changes => changes.Interval.ShouldBe(TimeSpan.FromMinutes(1)),
                changes => changes.Timeout.ShouldBe(TimeSpan.FromSeconds(7)));

    [Fact]
    public void The_word_default_takes_a_setting_back() =>
        Read("websites:\n  - { url: https://a.example, accept: default, method: default }\n").Websites.Single().Changes.Unset.ShouldBe([SettingName.Accept, SettingName.Method]);

    [Fact]
    public void The_same_website_in_two_files_is_a_mistake_that_names_both_places()
    {
        var one = SitesFile.Read("websites: [{ url: https://a.example }]", "one.yaml", _ => null);
        var two = SitesFile.Read("\nwebsites: [{ url: a.example }]", "two.yaml", _ => null);

        Declaration.Of([one, two]).Mistakes.ShouldBe(["two.yaml, line 2: https://a.example/ of 'default' is there already, in one.yaml, line 1."]);
    }

    [Theory]
    [InlineData("${TOKEN}", "hush")]
    [InlineData("a ${TOKEN} b ${GONE:-c}", "a hush b c")]
    [InlineData("$${TOKEN}", "${TOKEN}")]
    [InlineData("costs 5$", "costs 5$")]
    public void Variables_are_put_in(string text, string filled) => Substitution.Fill(text, _environment.GetValueOrDefault).ShouldBe((filled, null));

    [Fact]
    public void An_empty_file_says_nothing() => Read("# nothing yet\n").ShouldSatisfyAllConditions(nothing => nothing.Mistakes.ShouldBeEmpty(), nothing => nothing.SpeaksOfWebsites.ShouldBeFalse());

    private static Declaration Read(string text) => SitesFile.Read(text, "sites.yaml", _environment.GetValueOrDefault);
}
