using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;
using UptimeSquirrel.Tests.Support.Processes;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>PostgreSQL goes away under a silo that is at work, and a website goes down meanwhile.</summary>
public sealed partial class AbsentDatabaseJourney : IAsyncLifetime
{
    private const int Others = 10;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    private readonly Receiver _gotify = Receiver.Start();
    private LocalPostgres _postgres = null!;
    private LocalWebsite _shop = null!;
    private LocalWebsite _others = null!;
    private Journey _journey = null!;

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.StartPrivateAsync();
        (_shop, _others) = (await LocalWebsite.StartAsync(), await LocalWebsite.StartAsync());
        _journey = await Journey.BeginAsync($"--Database:ConnectionString={_postgres.ConnectionString}", "--Cluster:AdvertisedAddress=127.0.0.1", "--Channels:AllowedPrivateNetworks=127.0.0.0/8");
        var list = _journey.Write("others.csv", "url,every,owner\n" + string.Join('\n', Enumerable.Range(1, Others).Select(number => $"{_others.Url}{number},1s,others")));
        await SquirrelAsync("import", list);
        await SquirrelAsync("add", _shop.Url.Text, "--owner", "team", "--email", "alice@shop.example", "--every", "1s");
        await SquirrelAsync("owner", "channel", "add", "oncall", "gotify", "--set", $"url={_gotify.Url}", "--set", "token=app-hunter2-token");
        await SquirrelAsync("add", _shop.Url.Text, "--owner", "oncall", "--every", "1s");
        await Eventually.GetAsync(async () => (await SquirrelAsync("list", "--standing", "up", "--json")).Json.GetArrayLength(), up => up == Others + 2, _patience);
    }

    public async ValueTask DisposeAsync()
    {
        await _journey.DisposeAsync();
        await _shop.DisposeAsync();
        await _others.DisposeAsync();
        await _postgres.DisposeAsync();
        await _gotify.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Owners_are_told_by_mail_or_otherwise_while_PostgreSQL_is_gone_or_frozen_and_afterwards_nothing_is_lost_or_doubled(bool isFrozen)
    {
        await (isFrozen ? _postgres.FreezeAsync() : _postgres.StopAsync());
        _shop.Answer = Answers.Status(503, "Service Unavailable");
        var down = await MailAsync("DOWN");
        await ReceivedAsync(1);
        await Eventually.HoldsAsync(IsDegradedAsync);
        (await StandingAsync()).ShouldBe("down");
        var seen = _others.Requests.Count;
        await Eventually.HoldsAsync(() => _others.Requests.Count >= seen + (5 * Others));

        await (isFrozen ? _postgres.ThawAsync() : _postgres.StartAgainAsync());
        await SettledAsync();
        _shop.Answer = Answers.Ok;
        (await MailAsync("UP")).Message.InReplyTo.ShouldBe(down.Message.MessageId);
        await ReceivedAsync(2);
        await SettledAsync();

        (_journey.Mail.Messages.Count, _gotify.Requests.Count).ShouldBe((2, 2));
        await EveryRequestIsOneRowAsync();
        (await QueryAsync<long>("select count(*) from delivery where outcome = 0")).ShouldBe(4);
        (await QueryAsync<long>("select count(*) from incident where ended_at is not null")).ShouldBe(2);
        _journey.Silo.Process.Output.Split('\n').Count(line => line.Contains("The database does not answer", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_silo_that_is_killed_meanwhile_still_knows_what_it_has_told()
    {
        await _postgres.StopAsync();
        _shop.Answer = Answers.Status(503, "Service Unavailable");
        var down = await MailAsync("DOWN");
        await Eventually.HoldsAsync(() => SpillOf("alerts-*.spool").Contains("\"Told\"", StringComparison.Ordinal));
        var before = _others.Requests.Count;
        await Eventually.HoldsAsync(() => SpillOf("journal-*.spill").Split("\"Check\"").Length > before, _patience);
        await _journey.Silo.Process.KillAsync();
        var killed = _others.Requests.Count;

        await _postgres.StartAgainAsync();
        await _journey.Silo.StartAgainAsync();
        await SettledAsync();
        (await StandingAsync()).ShouldBe("down");
        _shop.Answer = Answers.Ok;
        (await MailAsync("UP")).Message.InReplyTo.ShouldBe(down.Message.MessageId);

        _journey.Mail.Messages.Count.ShouldBe(2);
        (await QueryAsync<long>("select count(*) from check_result c join website w on w.id = c.website_id where w.owner = 'others'"))
            .ShouldBeGreaterThanOrEqualTo(before);
        killed.ShouldBeGreaterThan(before);
        await SumsAreRightAsync();
    }

    private async Task<bool> IsDegradedAsync()
    {
        var asked = TimeProvider.System.GetTimestamp();
        var (status, body) = await _journey.Silo.GetAsync("/readyz");
        return status == HttpStatusCode.OK && body.Contains("degraded", StringComparison.Ordinal) && TimeProvider.System.GetElapsedTime(asked) < TimeSpan.FromSeconds(3);
    }

    private async Task SettledAsync()
    {
        await Eventually.HoldsAsync(async () => (await _journey.Silo.GetAsync("/readyz")).Body.StartsWith("""{"status":"healthy""", StringComparison.Ordinal), _patience);
        await Eventually.HoldsAsync(() => SpillOf("alerts-*.spool").Length == 0, _patience);
        foreach (var owner in (string[])["team", "oncall"])
            await Eventually.GetAsync(
                async () => (await SquirrelAsync("owner", "show", owner, "--json")).Json.GetProperty("waitingAlerts").GetInt32(), waiting => waiting == 0, _patience);
    }

    private async Task<string?> StandingAsync() =>
        (await SquirrelAsync("status", _shop.Url.Text, "--owner", "team", "--json")).Json.GetProperty("standing").GetString();

    private Task ReceivedAsync(int count) => Eventually.HoldsAsync(() => _gotify.Requests.Count >= count, _patience);

    private async Task<ReceivedMail> MailAsync(string subject)
    {
        await Eventually.HoldsAsync(() => _journey.Mail.Messages.Any(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)), _patience);
        return _journey.Mail.Messages.First(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal));
    }

    // On a busy machine a client may not get in in time; what it does here may be done twice.
    private Task<SquirrelAnswer> SquirrelAsync(params string[] arguments) =>
        Eventually.GetAsync(() => _journey.Squirrel.RunAsync(arguments), answer => answer.ExitCode is 0 or 1 && answer.Output.Length > 0, _patience);

    private async Task EveryRequestIsOneRowAsync()
    {
        // It ends the checks under way and stores what is left.
        (await _journey.Silo.Process.TerminateAsync()).ShouldBe(0);
        var requests = _others.Requests.Select(request => PathOf().Match(request).Value).CountBy(path => path).ToDictionary();
        await using var connection = new NpgsqlConnection(_postgres.ConnectionString + ";Pooling=false");
        var rows = (await connection.QueryAsync<(string Url, long Rows)>(
            "select w.url, count(*) from check_result c join website w on w.id = c.website_id where w.owner = 'others' group by w.url")).ToList();
        rows.Count.ShouldBe(Others);
        foreach (var (url, count) in rows)
            count.ShouldBe(requests[new Uri(url).AbsolutePath], url);
        await SumsAreRightAsync();
    }

    private async Task SumsAreRightAsync() => (await QueryAsync<long>(
        """
        select count(*) from
          (select website_id, date_trunc('hour', at) as hour, count(*) as checks, count(*) filter (where failure <> 0) as failures,
             sum(latency_us) as latency_sum_us, max(latency_us) as latency_max_us from check_result group by 1, 2) recount
        full join uptime_hour h using (website_id, hour)
        where (h.checks, h.failures, h.latency_sum_us, h.latency_max_us) is distinct from
          (recount.checks, recount.failures, recount.latency_sum_us, recount.latency_max_us)
        """)).ShouldBe(0);

    private async Task<T> QueryAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(_postgres.ConnectionString + ";Pooling=false");
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    private string SpillOf(string pattern)
    {
        var folder = Path.Combine(_journey.Folder, "data", "journal-spill");
        return !Directory.Exists(folder) ? "" : string.Concat(Directory.GetFiles(folder, pattern).Select(Read));

        static string Read(string path)
        {
            using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("cat", path) { RedirectStandardOutput = true })!;
            return process.StandardOutput.ReadToEnd();
        }
    }

    [GeneratedRegex(@"(?<=^\w+ )/\S*")]
    private static partial Regex PathOf();
}
