using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Grains;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Warnings;

public sealed class WarningTests : IAsyncLifetime
{
    private GrainHouse _house = null!;
    private LocalWebsite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await GrainHouse.OpenAsync();
        _site = await CertifiedAsync(days: 6.5);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_certificate_that_expires_soon_is_told_once_and_so_is_its_renewal()
    {
        await using var renewed = await CertifiedAsync(days: 95);
        var website = await _house.WatchAsync(_site.Url, Daily());
        await website.CheckNowAsync();
        (await _house.Mail.WaitForMailAsync(1))[0].Subject.ShouldBe($"Certificate expires in 7 days: 127.0.0.1 (127.0.0.1:{_site.Port})");
        (await website.GetStatusAsync())!.Warnings!.CertificateExpiresAt.ShouldBe(_house.Clock.GetUtcNow().AddDays(6.5));

        await LaterAsync(website);
        _house.Show(renewed, _house.Silos);
        await LaterAsync(website);
        await LaterAsync(website);

        var mails = await _house.Mail.WaitForMailAsync(2);
        mails[1].Subject.ShouldStartWith("Certificate renewed: ");
        mails[1].Message.InReplyTo.ShouldBe(mails[0].Message.MessageId);
        mails.Count.ShouldBe(2);
        (await website.GetStatusAsync())!.Standing.ShouldBe(Standing.Up);
    }

    [Fact]
    public async Task A_certificate_that_is_watched_for_itself_is_warned_of_too()
    {
        var website = await _house.WatchAsync(WebsiteUrl.Parse($"tls://127.0.0.1:{_site.Port}"), Daily());

        await website.CheckNowAsync();
        await LaterAsync(website);

        (await _house.Mail.WaitForMailAsync(1)).ShouldHaveSingleItem().Subject.ShouldStartWith("Certificate expires in 7 days: ");
    }

    [Fact]
    public async Task A_warning_that_was_stored_and_not_handed_over_is_told_after_a_crash_and_only_once()
    {
        await using var good = await CertifiedAsync(days: 60);
        _house.Show(good, _house.Silos);
        var website = await _house.WatchAsync(_site.Url, Daily());
        await website.CheckNowAsync();
        _house.Show(_site, _house.Silos);
        await using (await ReadOnlyDatabase.BeginForOwnersAsync(_house))
        {
            await LaterAsync(website);
            (await website.GetStatusAsync())!.UnsentAlerts.ShouldBe(1);
        }

        await _house.RestartAsync();
        website = _house.Website(_site.Url);
        await website.CheckNowAsync();

        await _house.Mail.WaitForMailAsync(1);
        await LaterAsync(website);
        (await website.GetStatusAsync())!.Warnings!.CertificateExpiresAt.ShouldNotBeNull();
        await Eventually.GetAsync(website.GetStatusAsync, status => status!.UnsentAlerts == 0);
        _house.Mail.Messages.ShouldHaveSingleItem().Subject.ShouldStartWith("Certificate expires in 6 days");
    }

    [Fact]
    public async Task A_warning_that_could_not_be_stored_is_not_told_twice_when_it_can()
    {
        var website = await _house.WatchAsync(_site.Url, Daily());
        await using (await ReadOnlyDatabase.BeginAsync(_house))
            await website.CheckNowAsync();

        _house.Clock.Advance(TimeSpan.FromSeconds(15));
        await LaterAsync(website);
        await Eventually.GetAsync(website.GetStatusAsync, status => status!.UnsentAlerts == 0);
        await LaterAsync(website);

        (await _house.Mail.WaitForMailAsync(1)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_warning_that_was_told_without_a_database_is_remembered_after_a_crash_and_its_renewal_is_told()
    {
        await using var good = await CertifiedAsync(days: 60);
        await using var renewed = await CertifiedAsync(days: 95);
        _house.Show(good, _house.Silos);
        var website = await _house.WatchAsync(_site.Url, Daily());
        await website.CheckNowAsync();
        _house.Show(_site, _house.Silos);
        await using (await ReadOnlyDatabase.BeginAsync(_house))
        {
            await LaterAsync(website);
            await _house.Mail.WaitForMailAsync(1);
            await Eventually.GetAsync(() => _house.History.GetDeliveriesAsync(OwnerId.Parse("team"), 10), seen => seen.Count > 0);
            await _house.RestartAsync();
        }

        website = _house.Website(_site.Url);
        await Eventually.HoldsAsync(() => !_house.Service<AlertSpool>().Holds(new WebsiteId(website.GetPrimaryKey())));
        _house.Show(renewed, _house.Silos);
        await LaterAsync(website);

        var mails = await _house.Mail.WaitForMailAsync(2);
        mails[1].Subject.ShouldStartWith("Certificate renewed: ");
        mails[1].Message.InReplyTo.ShouldBe(mails[0].Message.MessageId);
    }

    [Fact]
    public async Task A_domain_that_expires_soon_is_told_when_its_registry_has_answered()
    {
        _house.Registry.Answers["shop-of-ann.com"] = RegistryAnswer.Found(_house.Clock.GetUtcNow().AddDays(13.5));
        await using var plain = await LocalWebsite.StartAsync();
        _house.Show(plain, _house.Silos);
        var website = await _house.WatchAsync(WebsiteUrl.Parse("http://www.shop-of-ann.com"), Daily());
        await website.CheckNowAsync();
        _house.Mail.Messages.ShouldBeEmpty();
        await Eventually.GetAsync(website.GetStatusAsync, status => status!.Warnings?.Domain == "shop-of-ann.com");

        _house.Clock.Advance(TimeSpan.FromMinutes(10));
        await website.CheckNowAsync();

        (await _house.Mail.WaitForMailAsync(1))[0].Subject.ShouldBe("Domain expires in 14 days: www.shop-of-ann.com");
        await LaterAsync(website);
        _house.Mail.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_does_not_want_to_know_about_a_domain_has_nobody_asked()
    {
        await using var plain = await LocalWebsite.StartAsync();
        _house.Show(plain, _house.Silos);
        var website = await _house.WatchAsync(WebsiteUrl.Parse("http://www.shop-of-ann.com"), new() { Warnings = new() { Domain = false } });

        await website.CheckNowAsync();
        await website.GetStatusAsync();

        _house.Registry.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slow_website_is_up_and_its_owner_is_told_once_when_it_becomes_slow_and_once_when_it_is_fast()
    {
        await using var plain = await LocalWebsite.StartAsync();
        var website = await _house.WatchAsync(plain.Url, Daily(new WarningSettings { SlowAfter = TimeSpan.FromSeconds(1) }));
        _house.Took = TimeSpan.FromSeconds(1.5);
        for (var look = 1; look <= 5; look++)
            await MinuteAsync(website);

        (await _house.Mail.WaitForMailAsync(1))[0].Subject.ShouldBe($"SLOW: 127.0.0.1 (127.0.0.1:{plain.Port}), 1.5 s");
        var status = await website.GetStatusAsync();
        (status!.Standing, status.Warnings!.SlowSince).ShouldBe((Standing.Up, _house.Clock.GetUtcNow().AddMinutes(-4)));

        await _house.RestartAsync();
        website = _house.Website(plain.Url);
        _house.Took = TimeSpan.FromSeconds(0.1);
        for (var look = 1; look <= 5; look++)
            await MinuteAsync(website);

        (await _house.Mail.WaitForMailAsync(2))[1].Subject.ShouldEndWith("slow for 5 min");
        _house.Mail.Messages.Count.ShouldBe(2);
        (await website.GetStatusAsync())!.Warnings.ShouldBeNull();
    }

    private Task<LocalWebsite> CertifiedAsync(double days)
    {
        var now = _house.Clock.GetUtcNow();
        return LocalWebsite.StartAsync(TestCertificates.Between("127.0.0.1", now.AddDays(-80), now.AddDays(days)));
    }

    // So that no reminder looks at the same time.
    private static WebsiteChanges Daily(WarningSettings? warnings = null) => new() { Interval = TimeSpan.FromDays(1), Warnings = warnings };

    private Task LaterAsync(IWebsiteGrain website)
    {
        _house.Clock.Advance(TimeSpan.FromHours(12));
        return website.CheckNowAsync();
    }

    private Task MinuteAsync(IWebsiteGrain website)
    {
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        return website.CheckNowAsync();
    }
}
