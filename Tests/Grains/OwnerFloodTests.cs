using System.Diagnostics;
using Microsoft.Data.Sqlite;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>Many alerts for one owner at once. Counted are writes and bytes, which a slow machine does not change; the time is only printed.</summary>
public sealed class OwnerFloodTests : IAsyncLifetime
{
    private readonly Receiver _receiver = Receiver.Start();
    private GrainHouse _house = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await GrainHouse.OpenAsync();
        (await _house.Owner().AddChannelAsync("gotify", new Dictionary<string, string> { ["url"] = _receiver.Url, ["token"] = "t" })).Problems.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Ten_thousand_alerts_are_accepted_with_few_writes_and_in_little_room()
    {
        _receiver.Answer = Answers.Hang;
        var clock = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;

        await AcceptAsync(10_000);

        var took = $"{clock.Elapsed.TotalSeconds:0.0} s, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.0} s of processor time";
        (await _house.Owner().GetStatusAsync()).WaitingAlerts.ShouldBe(10_000);
        var (writes, bytes) = await StoredAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"10,000 alerts accepted in {took}, {writes} writes, {bytes / 1e6:0.0} MB stored, {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0} MB in memory");
        writes.ShouldBeLessThan(1000);
        bytes.ShouldBeLessThan(12_000_000);
    }

    [Fact]
    public async Task Two_thousand_deliveries_cost_a_tenth_as_many_writes()
    {
        _receiver.Answer = Answers.Hang;
        await AcceptAsync(2_000);
        var (before, _) = await StoredAsync();

        _receiver.Answer = Receiver.Json("{}");
        await _house.RestartAsync();

        await Eventually.GetAsync(
            async () =>
            {
                // The request that hung may have timed out, and then the channel is left alone for a moment of the test's time.
                _house.Clock.Advance(TimeSpan.FromSeconds(10));
                return (await _house.Owner().GetStatusAsync()).WaitingAlerts;
            },
            waiting => waiting == 0,
            TimeSpan.FromSeconds(120));
        var (after, _) = await StoredAsync();
        (after - before).ShouldBeLessThan(200);
        _receiver.Requests.Select(request => request.Json.GetProperty("title").GetString()).Distinct().Count().ShouldBe(2_000);
    }

    // A thousand at a time: more would only measure how long calls queue in the test's own client.
    private async Task AcceptAsync(int count)
    {
        var pattern = Film.Play("- - -").State.Unsent[0];
        foreach (var numbers in Enumerable.Range(1, count).Chunk(1_000))
            await Task.WhenAll(numbers.Select(number => _house.Owner().AcceptAsync(pattern with
            {
                Id = $"{new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0):N}-1",
                Name = $"Shop {number}",
                Website = new WebsiteId(new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
            })));
    }

    private async Task<(int Writes, long Bytes)> StoredAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={_house.DatabaseFile};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select version, length(payload) from us_grain_state where state_name = 'owner-notification'";
        await using var row = await command.ExecuteReaderAsync();
        (await row.ReadAsync()).ShouldBeTrue();
        return (row.GetInt32(0), row.GetInt64(1));
    }
}
