using UptimeSquirrel.Checks;
using UptimeSquirrel.Defaults;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Looks;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>What was said about a website is kept, used by every silo that looks at it, and its secrets are shown by none.</summary>
public sealed class LookSettingsTests(PostgresServer postgres) : IAsyncLifetime
{
    private const string Password = "correct horse battery staple";

    private static readonly WebsiteChanges _said = new()
    {
        Look = new() { Keyword = "Add to cart", Credentials = new(AuthScheme.Basic, Secret.Of("me:" + Password)), Headers = [RequestHeader.Of("X-Api-Key", Password), RequestHeader.Of("X-Shop", "1")] },
        Patience = new() { RecheckDelays = [], SuccessesBeforeUp = 1 },
    };

    private LocalWebsite _site = null!;

    public async ValueTask InitializeAsync() => (_site = await LocalWebsite.StartAsync()).Answer = SiteWith.Page("Add to cart");

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Settings_outlive_a_restart_and_secrets_are_neither_stored_in_clear_nor_shown()
    {
        await using var house = await GrainHouse.OpenAsync();
        await house.WatchAsync(_site.Url, _said);
        await house.RestartAsync();

        var status = (await house.Website(_site.Url).CheckNowAsync())!;

        (status.Standing, status.Settings.Look!.Keyword, status.Settings.Patience!.SuccessesBeforeUp).ShouldBe((Standing.Up, "Add to cart", 1));
        (status.Settings.Look.Credentials, status.Settings.Look.Headers[0].Secret).ShouldBe((new Credentials(AuthScheme.Basic, Secret.Hidden), Secret.Hidden));
        var request = _site.Requests.ShouldHaveSingleItem();
        request.ShouldStartWith("GET / ");
        request.ShouldContain("Authorization: Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("me:" + Password)));
        request.ShouldContain("X-Api-Key: " + Password);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(house.DatabaseFile)!, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
            (await ReadAsync(file)).ShouldNotContain(Password, customMessage: file);
    }

    [Fact]
    public async Task The_same_said_again_changes_nothing_and_what_is_unset_is_gone()
    {
        await using var house = await GrainHouse.OpenAsync();
        var website = await house.WatchAsync(_site.Url, _said);

        (await RegisterAsync(website, _said)).Outcome.ShouldBe(RegistrationOutcome.Unchanged);
        (await RegisterAsync(website, new() { Look = new() { Credentials = new(AuthScheme.Basic, Secret.Of("me:other")) } })).Outcome.ShouldBe(RegistrationOutcome.Changed);
        await RegisterAsync(website, new() { Unset = [SettingName.Keyword, SettingName.Auth, SettingName.Header] });
        await website.CheckNowAsync();

        _site.Requests.ShouldHaveSingleItem().ShouldStartWith("HEAD / ");
        _site.Requests[0].ShouldNotContain("Authorization");
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_and_nothing_is_changed()
    {
        await using var house = await GrainHouse.OpenAsync();
        var website = await house.WatchAsync(_site.Url);

        var refused = await RegisterAsync(website, new() { Look = new() { Body = new Secret { Kept = "stolen" } }, Patience = new() { SuccessesBeforeUp = 9 } });

        refused.Problems.Select(problem => problem.Field).ShouldBe(["secret", "successes"], ignoreOrder: true);
        (await website.GetStatusAsync())!.Settings.Look.ShouldBeNull();
    }

    [Fact]
    public async Task The_other_silos_look_with_the_same_settings()
    {
        await using var house = await GrainHouse.OpenAsync(3, await postgres.CreateDatabaseAsync());
        _site.Answer = SiteWith.Page("Sold out");
        var website = await house.WatchAsync(_site.Url, _said);

        var status = (await website.CheckNowAsync())!;

        status.Standing.ShouldBe(Standing.Down);
        status.Sightings.Select(sighting => sighting.Problem?.Kind).ShouldBe([FailureKind.KeywordMissing, FailureKind.KeywordMissing, FailureKind.KeywordMissing]);
        _site.Requests.Count.ShouldBe(3);
        _site.Requests.ShouldAllBe(request => request.StartsWith("GET / ") && request.Contains("X-Api-Key: " + Password) && request.Contains("Authorization: Basic "));
        (await house.Mail.WaitForMailAsync(1))[0].Text.ShouldContain("The page came, but the words 'Add to cart' are not on it.");
    }

    [Fact]
    public async Task A_website_with_patience_of_its_own_is_down_and_up_when_that_says_so()
    {
        await using var house = await GrainHouse.OpenAsync();
        var website = await house.WatchAsync(_site.Url, _said);
        _site.Answer = Answers.Status(503);
        (await website.CheckNowAsync())!.Standing.ShouldBe(Standing.Down);

        _site.Answer = SiteWith.Page("Add to cart");
        (await website.CheckNowAsync())!.Standing.ShouldBe(Standing.Up);
    }

    [Fact]
    public async Task New_websites_start_with_what_their_owner_prefers()
    {
        await using var house = await GrainHouse.OpenAsync();
        var before = await house.WatchAsync(_site.Url);
        var changed = await Defaults(house).ChangeAsync(new() { Interval = TimeSpan.FromMinutes(2), Look = new() { Method = CheckMethod.Get } });
        changed.Problems.ShouldBeEmpty();
        await house.RestartAsync();

        var after = await house.WatchAsync(WebsiteUrl.Parse(_site.Url.Text + "new"));
        var stranger = await house.WatchAsync(WebsiteUrl.Parse(_site.Url.Text + "new"), owner: "others");

        (await SettingsOf(after)).Interval.ShouldBe(TimeSpan.FromMinutes(2));
        (await SettingsOf(after)).Look!.Method.ShouldBe(CheckMethod.Get);
        (await SettingsOf(house.Website(_site.Url))).Interval.ShouldBe(TimeSpan.FromMinutes(5));
        (await SettingsOf(stranger)).Interval.ShouldBe(TimeSpan.FromMinutes(5));
        before.ShouldNotBeNull();
    }

    [Fact]
    public async Task Defaults_that_cannot_be_taken_leave_the_earlier_ones()
    {
        await using var house = await GrainHouse.OpenAsync();
        await Defaults(house).ChangeAsync(new() { Tags = ["prod"] });

        var refused = await Defaults(house).ChangeAsync(new() { Tags = ["web"], Look = new() { Keyword = "x" } });

        refused.Problems.ShouldHaveSingleItem();
        (await Defaults(house).GetAsync()).Tags.ShouldBe(["prod"]);
    }

    private static IOwnerDefaultsGrain Defaults(GrainHouse house) => house.Grains.GetGrain<IOwnerDefaultsGrain>(OwnerId.Parse("team").GrainKey);

    private static async Task<WebsiteSettings> SettingsOf(IWebsiteGrain website) => (await website.GetStatusAsync())!.Settings;

    private Task<RegistrationResult> RegisterAsync(IWebsiteGrain website, WebsiteChanges changes) => website.RegisterAsync(OwnerId.Parse("team"), _site.Url, changes);

    private static async Task<string> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
