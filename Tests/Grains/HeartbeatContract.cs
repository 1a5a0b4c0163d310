using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>A job that runs every hour and may be ten minutes late, on both databases.</summary>
public abstract class HeartbeatContract : IAsyncLifetime
{
    private static readonly WebsiteUrl Job = WebsiteUrl.Parse("heartbeat://nightly-backup");
    private GrainHouse _house = null!;
    private IWebsiteGrain _website = null!;

    private protected abstract Task<GrainHouse> OpenAsync();

    private IHeartbeatGrain Heartbeat => _website.AsReference<IHeartbeatGrain>();

    public async ValueTask InitializeAsync()
    {
        _house = await OpenAsync();
        _website = await _house.WatchAsync(Job, new() { Interval = TimeSpan.FromMinutes(60), Grace = TimeSpan.FromMinutes(10) });
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task It_is_pending_until_it_calls_and_up_then()
    {
        await PassAsync(minutes: 20);
        (await StandingAsync()).ShouldBe(Standing.Pending);

        await CallAsync();

        (await StandingAsync()).ShouldBe(Standing.Up);
    }

    [Fact]
    public async Task Silence_is_told_once_and_a_call_ends_it()
    {
        await CallAsync();
        await PassAsync(minutes: 65);
        (await StandingAsync()).ShouldBe(Standing.Up);

        await PassAsync(minutes: 5);
        (await StandingAsync()).ShouldBe(Standing.Down);
        var down = await _house.Mail.WaitForAsync(mail => mail.Subject.StartsWith("DOWN", StringComparison.Ordinal));
        down.Subject.ShouldBe("DOWN: nightly-backup");
        down.Text.ShouldContain("has not called since 23 Nov 2026 10:00:00");

        await PassAsync(minutes: 10);
        await CallAsync();
        var back = await _house.Mail.WaitForAsync(mail => mail.Subject.StartsWith("UP", StringComparison.Ordinal));
        back.Subject.ShouldBe("UP again: nightly-backup, down for 10 min");
        _house.Mail.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_job_that_says_it_failed_is_down_at_once()
    {
        await CallAsync();

        (await Heartbeat.HearAsync(await SecretAsync(), HeartbeatCall.Failed)).ShouldBeTrue();

        (await StandingAsync()).ShouldBe(Standing.Down);
        (await _website.GetStatusAsync())!.Incident!.Reason.ShouldEndWith("to say that it failed.");
    }

    [Fact]
    public async Task The_last_call_survives_a_crash()
    {
        await CallAsync();
        await PassAsync(minutes: 55);
        await CallAsync();
        var heardAt = _house.Clock.GetUtcNow();

        await RestartAsync();

        (await _website.GetStatusAsync())!.Heartbeat!.HeardAt.ShouldBe(heardAt);
    }

    [Fact]
    public async Task A_time_in_which_nobody_was_there_to_be_called_is_not_counted_as_silence()
    {
        await CallAsync();
        await PassAsync(minutes: 55);

        await RestartAsync(away: TimeSpan.FromMinutes(30));
        await _house.TickAsync(_website);
        (await StandingAsync()).ShouldBe(Standing.Up);
        await RestartAsync();
        await PassAsync(minutes: 65);
        (await StandingAsync()).ShouldBe(Standing.Up);

        await PassAsync(minutes: 5);
        (await StandingAsync()).ShouldBe(Standing.Down);
    }

    [Fact]
    public async Task Whoever_has_another_secret_is_not_heard()
    {
        (await Heartbeat.HearAsync(HeartbeatToken.NewSecret(), HeartbeatCall.Done)).ShouldBeFalse();

        (await _website.GetStatusAsync())!.Heartbeat!.HeardAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_renewed_address_replaces_the_old_one_for_good()
    {
        var old = await SecretAsync();

        await Heartbeat.RenewAsync();
        await RestartAsync();

        (await Heartbeat.HearAsync(old, HeartbeatCall.Done)).ShouldBeFalse();
        await CallAsync();
        (await StandingAsync()).ShouldBe(Standing.Up);
    }

    [Fact]
    public async Task Neither_a_stranger_nor_a_website_is_a_heartbeat()
    {
        var site = await _house.WatchAsync(WebsiteUrl.Parse("http://127.0.0.1:1/"));
        var stranger = _house.Website(Job, "somebody-else").AsReference<IHeartbeatGrain>();

        foreach (var grain in new[] { site.AsReference<IHeartbeatGrain>(), stranger })
        {
            (await grain.HearAsync("", HeartbeatCall.Done)).ShouldBeFalse();
            (await grain.GetAddressAsync()).ShouldBeNull();
            (await grain.RenewAsync()).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Registering_it_again_keeps_its_address()
    {
        var secret = await SecretAsync();

        (await _website.RegisterAsync(OwnerId.Parse("team"), Job, new() { Grace = TimeSpan.FromMinutes(1) })).Outcome.ShouldBe(RegistrationOutcome.Changed);
        (await _website.RegisterAsync(OwnerId.Parse("team"), Job, new() { Grace = TimeSpan.FromMinutes(1) })).Outcome.ShouldBe(RegistrationOutcome.Unchanged);

        (await SecretAsync()).ShouldBe(secret);
    }

    [Fact]
    public async Task A_paused_job_is_heard_but_not_missed()
    {
        await CallAsync();
        await _website.PauseAsync();
        await PassAsync(minutes: 300);
        await CallAsync();
        (await StandingAsync()).ShouldBe(Standing.Paused);
        await PassAsync(minutes: 5);

        await _website.ResumeAsync();
        await PassAsync(minutes: 65);
        (await StandingAsync()).ShouldBe(Standing.Pending);
        _house.Mail.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_trace_says_when_it_has_to_call()
    {
        await CallAsync();

        var trace = await _website.TraceAsync();

        (trace!.Result.Facts!.DueAt, trace.Verdict.IsHealthy).ShouldBe((_house.Clock.GetUtcNow().AddMinutes(70), true));
    }

    private async Task CallAsync() => (await Heartbeat.HearAsync(await SecretAsync(), HeartbeatCall.Done)).ShouldBeTrue();

    private async Task<string> SecretAsync()
    {
        HeartbeatToken.TryParse((await Heartbeat.GetAddressAsync())!.Split("/ping/")[1], out var token).ShouldBeTrue();
        return token!.Value.Secret;
    }

    private async Task<Standing> StandingAsync() => (await _website.GetStatusAsync())!.Standing;

    private async Task RestartAsync(TimeSpan away = default)
    {
        await _house.RestartAsync(away);
        _website = _house.Website(Job);
    }

    /// <summary>Time goes by, with a tick every five minutes.</summary>
    private async Task PassAsync(int minutes)
    {
        for (var passed = 0; passed < minutes; passed += 5)
        {
            _house.Clock.Advance(TimeSpan.FromMinutes(5));
            await _house.TickAsync(_website);
        }
    }
}

public sealed class SqliteHeartbeatTests : HeartbeatContract
{
    private protected override Task<GrainHouse> OpenAsync() => GrainHouse.OpenAsync();
}

public sealed class PostgresHeartbeatTests(PostgresServer postgres) : HeartbeatContract
{
    private protected override async Task<GrainHouse> OpenAsync() => await GrainHouse.OpenAsync(await postgres.CreateDatabaseAsync());
}
