using UptimeSquirrel.Defaults;
using UptimeSquirrel.History;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Silo.HotFolder;
using UptimeSquirrel.Sites.Planning;
using UptimeSquirrel.Sites.Reading;
using UptimeSquirrel.Sites.Writing;
using UptimeSquirrel.Tests.Grains;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Sites;

public sealed class PlanTests : IAsyncLifetime
{
    private const string Whole = """
        owner: web-team
        owners:
          - id: web-team
            emails: [anna@shop.example]
            channels:
              - { kind: ntfy, settings: { topic: "${TOPIC}", token: "${TOKEN}" }, only: critical }
            quiet-hours: { from: "22:00", to: "07:00", zone: Europe/Berlin }
            digest-window: 1m
            report: { every: month }
            maintenance: [{ name: nightly, cron: "0 2 * * SUN", for: 2h }]
        websites:
          - { url: https://shop.example/cart, parent: https://shop.example, keyword: cart, bearer: "${TOKEN}", slow-after: 2s, domain-warnings: no }
          - { url: https://shop.example, every: 1m, tags: [live] }
          - { url: heartbeat://nightly, every: 2d, paused: yes }
          - { url: "tcp://db.shop.example:5432" }
        """;

    private readonly Dictionary<string, string> _environment = new() { ["TOKEN"] = "a-long-secret-token", ["TOPIC"] = "a-long-secret-token" };
    private GrainHouse _house = null!;
    private LocalCluster _cluster = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await GrainHouse.OpenAsync();
        _cluster = new LocalCluster(_house.Grains);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Applying_twice_plans_nothing()
    {
        (await ApplyAsync(Whole)).ShouldBe(
            [
                "Change emails addresses +anna@shop.example", "Add channel ntfy only critical", "Add quiet-hours quiet hours", "Add digest-window digest window", "Add report report", "Add maintenance nightly",
                "Add website https://shop.example/cart every 5m, parent https://shop.example/", "Add website https://shop.example/ every 1m, tags live",
                "Add website heartbeat://nightly every 2d, paused", "Add website tcp://db.shop.example:5432 every 5m",
            ]);

        (await PlanAsync(Whole)).ShouldBeEmpty();
        (await StatusAsync("heartbeat://nightly"))!.Standing.ShouldBe(Standing.Paused);
    }

    [Fact]
    public async Task What_is_other_than_the_file_says_is_changed_back_also_what_it_does_not_say()
    {
        await ApplyAsync(Whole);
        await RegisterAsync("https://shop.example", new WebsiteChanges { Name = "Mine", Interval = TimeSpan.FromMinutes(10), Look = new() { Keyword = "sale" } });

        (await ApplyAsync(Whole)).ShouldBe(["Change website https://shop.example/ name Mine → shop.example, every 10m → 1m, keyword sale → none"]);

        (await PlanAsync(Whole)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_secret_that_changed_is_noticed()
    {
        await ApplyAsync(Whole);
        _environment["TOKEN"] = "another-secret-token-2";

        (await PlanAsync(Whole)).ShouldBe(["Add channel ntfy only critical", "Change website https://shop.example/cart a secret is another"]);
    }

    [Theory]
    [InlineData("a-long-secret-token", "another-secret-token")]
    [InlineData("short", "other")]
    public async Task A_secret_that_changed_but_looks_the_same_is_noticed(string before, string after)
    {
        const string One = "owners: [{ id: web-team, channels: [{ kind: ntfy, settings: { topic: \"${TOPIC}\", token: \"${TOKEN}\" } }] }]\n";
        _environment["TOKEN"] = before;
        await ApplyAsync(One);
        (await PlanAsync(One)).ShouldBeEmpty();
        _environment["TOKEN"] = after;

        (await PlanAsync(One)).ShouldBe(["Add channel ntfy"]);
    }

    [Fact]
    public async Task Nothing_is_taken_away_unless_it_is_pruned()
    {
        await ApplyAsync(Whole);
        await RegisterAsync("https://old.example", WebsiteChanges.None);
        await RegisterAsync("https://others.example", WebsiteChanges.None, "others");
        const string Less = "owner: web-team\nowners: [{ id: web-team, emails: [], channels: [], maintenance: [], quiet-hours: none, digest-window: default, report: none }]\nwebsites: [{ url: https://shop.example, every: 1m, tags: [live] }]\n";

        (await PlanAsync(Less)).ShouldBe(["Remove quiet-hours quiet hours", "Remove digest-window digest window", "Remove report report"]);
        (await MakeAsync(Less, isPruning: false)).Surplus.Count.ShouldBe(4);
        (await ApplyAsync(Less, isPruning: true)).Length.ShouldBe(10);

        (await PlanAsync(Less, isPruning: true)).ShouldBeEmpty();
        (await StatusAsync("https://old.example")).ShouldBeNull();
        (await _house.Website(WebsiteUrl.Parse("https://others.example"), "others").GetStatusAsync()).ShouldNotBeNull();
        var owner = await _house.Owner("web-team").GetStatusAsync();
        (owner.Emails.Count, owner.Channels.Count, owner.Quiet, owner.DigestWindow, owner.Report).ShouldBe((0, 0, null, null, null));
    }

    [Fact]
    public async Task What_is_not_said_is_as_the_owner_has_it_for_new_websites()
    {
        await _house.Grains.GetGrain<IOwnerDefaultsGrain>(OwnerId.Parse("web-team").GrainKey).ChangeAsync(new WebsiteChanges { Interval = TimeSpan.FromMinutes(2), Tags = ["usual"] });
        const string Text = "owner: web-team\nwebsites: [{ url: https://shop.example }, { url: https://own.example, tags: default }]\n";

        await ApplyAsync(Text);

        (await PlanAsync(Text)).ShouldBeEmpty();
        (await StatusAsync("https://shop.example"))!.Settings.ShouldSatisfyAllConditions(s => s.Interval.ShouldBe(TimeSpan.FromMinutes(2)), s => s.Tags.ShouldBe(["usual"]));
        (await StatusAsync("https://own.example"))!.Settings.Tags.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_maintenance_that_changes_is_replaced_and_may_come_back()
    {
        await ApplyAsync(Whole);
        var longer = Whole.Replace("for: 2h", "for: 3h", StringComparison.Ordinal);

        (await ApplyAsync(longer)).ShouldBe(["Change maintenance nightly"]);
        (await ApplyAsync(Whole)).ShouldBe(["Change maintenance nightly"]);

        (await PlanAsync(Whole)).ShouldBeEmpty();
        (await _house.Grains.GetGrain<IMaintenanceGrain>(OwnerId.Parse("web-team").GrainKey).ListAsync()).ShouldHaveSingleItem().Window.Length.ShouldBe(TimeSpan.FromHours(2));
    }

    [Theory]
    [InlineData("websites: [{ url: https://a.example, every: 1s }]", "sites.yaml, line 1: https://a.example/: The interval 1s cannot be taken: expected 1m to 1d.")]
    [InlineData("websites: [{ url: https://a.example, parent: https://b.example }]", "sites.yaml, line 1: https://a.example/: its parent https://b.example/ is neither in the files nor watched for 'default'.")]
    [InlineData("owners: [{ id: ops, channels: [{ kind: fax }] }]", "sites.yaml, line 1: 'fax' is not a kind of channel: expected one of ")]
    [InlineData("owners: [{ id: ops, channels: [{ kind: slack, settings: { url: https://hooks.slack.com/services/T/B/x } }] }]", "sites.yaml, line 1: 'url' of slack is a secret, and many may read this file: expected a variable of the environment, such as ${SLACK_URL}.")]
    public async Task What_the_cluster_would_refuse_is_told_before_anything_is_done(string text, string problem)
    {
        var plan = await MakeAsync(text, isPruning: false);

        plan.Problems.ShouldHaveSingleItem().ShouldStartWith(problem);
    }

    [Fact]
    public async Task What_was_exported_plans_nothing_once_the_secrets_are_set()
    {
        await ApplyAsync(Whole);
        await _house.Grains.GetGrain<IOwnerDefaultsGrain>(OwnerId.Parse("web-team").GrainKey).ChangeAsync(new WebsiteChanges { Timeout = TimeSpan.FromSeconds(3), Tags = ["usual"] });
        var writer = new SitesWriter(await _house.Grains.GetGrain<IChannelKindsGrain>(0).GetAllAsync());
        var websites = new List<(WebsiteStatus, WebsiteSettings)>();
        foreach (var status in (await _house.Catalog.FindAsync(new CatalogQuery())).Websites)
            websites.Add((status, (await _house.Grains.GetGrain<IWebsiteGrain>(status.Id.Value).PreviewAsync(status.Owner, status.Url, new WebsiteChanges { IsWhole = true })).Settings!));

        var text = writer.Write([(await _house.Owner("web-team").GetStatusAsync(), await _house.Grains.GetGrain<IMaintenanceGrain>(OwnerId.Parse("web-team").GrainKey).ListAsync())], websites);

        text.ShouldNotContain("a-long-secret-token");
        writer.Variables.ShouldBe(["WEB_TEAM_NTFY_1_TOKEN", "WEB_TEAM_NTFY_1_TOPIC", "WEB_TEAM_SHOP_EXAMPLE_CART_BEARER"], ignoreOrder: true);
        foreach (var variable in writer.Variables)
            _environment[variable] = "a-long-secret-token";
        (await PlanAsync(text, isPruning: true)).ShouldBeEmpty(text);
    }

    private async Task RegisterAsync(string url, WebsiteChanges changes, string owner = "web-team") =>
        (await _house.Website(WebsiteUrl.Parse(url), owner).RegisterAsync(OwnerId.Parse(owner), WebsiteUrl.Parse(url), changes)).Problems.ShouldBeEmpty();

    private Task<WebsiteStatus?> StatusAsync(string url) => _house.Website(WebsiteUrl.Parse(url), "web-team").GetStatusAsync();

    private async Task<Plan> MakeAsync(string text, bool isPruning)
    {
        var declaration = SitesFile.Read(text, "sites.yaml", _environment.GetValueOrDefault);
        declaration.Mistakes.ShouldBeEmpty();
        return await new Planner(_cluster, isPruning, _house.Clock).PlanAsync(declaration, () => { }, Stop);
    }

    private async Task<string[]> PlanAsync(string text, bool isPruning = false)
    {
        var plan = await MakeAsync(text, isPruning);
        plan.Problems.ShouldBeEmpty();
        return Words(plan);
    }

    private async Task<string[]> ApplyAsync(string text, bool isPruning = false)
    {
        var plan = await MakeAsync(text, isPruning);
        plan.Problems.ShouldBeEmpty();
        (await plan.ApplyAsync(_cluster, () => { }, Stop)).ShouldBeEmpty();
        return Words(plan);
    }

    private static string[] Words(Plan plan) => [.. plan.Changes.Select(change => $"{change.Action} {change.Kind} {change.What} {change.Details}".TrimEnd())];
}
