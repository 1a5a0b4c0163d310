using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Grains.Overdue;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

public sealed class OverdueSweepTests : IDisposable
{
    private static readonly DateTimeOffset _start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(_start);
    private readonly FakeStore _store = new();
    private readonly LogRecorder _log = new();
    private readonly LoggerFactory _logging;
    private readonly OverdueSweep _sweep;

    public OverdueSweepTests()
    {
        _logging = new LoggerFactory([_log]);
        _sweep = new OverdueSweep(_store, DispatchProxy.Create<IGrainFactory, NobodyThere>(), _clock, _logging.CreateLogger<OverdueSweep>());
    }

    public void Dispose() => _logging.Dispose();

    [Fact]
    public async Task The_first_sweep_reaches_back_two_minutes_and_the_next_begins_where_it_ended()
    {
        await SweepAsync(0);
        await SweepAsync(3);
        await SweepAsync(6);

        _store.Windows.ShouldBe(["-124 to -4", "-4 to -1", "-1 to 2"]);
    }

    [Fact]
    public async Task A_silo_with_a_new_part_of_the_ring_reaches_back_again()
    {
        await SweepAsync(0);
        _sweep.ReachBack();
        await SweepAsync(3);
        await SweepAsync(6);

        _store.Windows.ShouldBe(["-124 to -4", "-121 to -1", "-1 to 2"]);
    }

    [Fact]
    public async Task What_could_not_be_asked_of_the_database_is_asked_when_it_is_back_and_its_absence_is_told_once()
    {
        await SweepAsync(0);
        _store.IsAway = true;
        await SweepAsync(3);
        await SweepAsync(6);
        _store.IsAway = false;
        await SweepAsync(9);

        _store.Windows[^1].ShouldBe("-4 to 5");
        _log.At(LogLevel.Warning).Count.ShouldBe(1);
        _log.At(LogLevel.Information).Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_long_absence_only_the_last_two_minutes_are_asked_for()
    {
        await SweepAsync(0);
        _store.IsAway = true;
        await SweepAsync(3);
        _store.IsAway = false;
        await SweepAsync(600);

        _store.Windows[^1].ShouldBe("476 to 596");
    }

    [Fact]
    public async Task A_website_that_could_not_be_asked_is_asked_again_and_the_others_before_it_are_not()
    {
        _store.Overdue = [new OverdueWebsite(new WebsiteId(Guid.NewGuid()), _start.AddSeconds(-10), null)];
        await SweepAsync(0);
        await SweepAsync(3);

        _store.Windows.ShouldBe(["-124 to -4", "-10.001 to -1"]);
        _log.At(LogLevel.Warning).ShouldAllBe(message => message.StartsWith("1 overdue websites could not be asked"));
    }

    private Task SweepAsync(int second)
    {
        _clock.SetUtcNow(_start.AddSeconds(second));
        return _sweep.RunAsync([new HashRange(0, 0)], CancellationToken.None);
    }

    private sealed class FakeStore : IOverdueStore
    {
        public Task<IReadOnlyList<WebsiteId>> FindUnfinishedAsync(
            IReadOnlyList<HashRange> ranges, DateTimeOffset changedSince, int limit, CancellationToken cancellationToken) =>
            throw new NotSupportedException("A sweep for overdue websites asks for nothing else.");

        public List<string> Windows { get; } = [];
        public bool IsAway { get; set; }
        public IReadOnlyList<OverdueWebsite> Overdue { get; set; } = [];

        public Task<IReadOnlyList<OverdueWebsite>> FindAsync(OverdueQuery query, CancellationToken cancellationToken)
        {
            if (IsAway)
                throw new IOException("The database is away.");
            Windows.Add($"{(query.After - _start).TotalSeconds} to {(query.UpTo - _start).TotalSeconds}");
            return Task.FromResult(Overdue);
        }
    }
}

/// <summary>Stands in for an interface of which nothing can be called. Public and open, since a proxy is made of it.</summary>
public class NobodyThere : DispatchProxy
{
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new TimeoutException("Nobody there.");
}
