using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Grains.Maintenance;
using UptimeSquirrel.Grains.Quieting;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Quieting;

/// <summary>Nobody is told of a website in maintenance because its silo has just started.</summary>
public sealed class MaintenanceBookTests : IDisposable
{
    private readonly Store _store = new();
    private readonly FakeTimeProvider _clock = new(Film.Start);
    private readonly MaintenanceBook _book;

    public MaintenanceBookTests() => _book = new MaintenanceBook(_store, _clock, NullLogger<MaintenanceBook>.Instance);

    public void Dispose() => _book.Dispose();

    [Fact]
    public async Task The_windows_are_known_when_the_silo_has_started()
    {
        await _book.StartAsync(TestContext.Current.CancellationToken);

        Known().ShouldNotBeNull();
        await _book.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_could_not_be_read_at_the_start_is_read_before_the_first_outage_is_told()
    {
        _store.Trouble = new InvalidOperationException("The database is not there yet.");
        await _book.KnowAsync();
        Known().ShouldBeNull();
        _store.Trouble = null;

        (await LearnAsync()).Maintenance!.Value.To.ShouldBe(Film.Start.AddHours(1));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_keeps_an_outage_waiting_for_five_seconds_and_no_longer()
    {
        _store.Answer = new TaskCompletionSource();
        var facts = LearnAsync();
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        facts.IsCompleted.ShouldBeFalse();

        _clock.Advance(TimeSpan.FromSeconds(0.1));

        (await facts).Maintenance.ShouldBeNull();
        _store.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task Many_who_want_to_know_at_once_ask_the_database_once()
    {
        _store.Answer = new TaskCompletionSource();
        var many = Enumerable.Range(0, 50).Select(_ => LearnAsync()).ToArray();
        _store.Answer.SetResult();

        foreach (var facts in await Task.WhenAll(many))
            facts.Maintenance.ShouldNotBeNull();
        _store.Reads.ShouldBe(1);
    }

    private MaintenanceSpan? Known() => _book.At(Film.Owner, Film.Url, [], Film.Start);

    private Task<QuietFacts> LearnAsync()
    {
        var before = Film.NewWebsite() with { Standing = Standing.Up };
        var quieter = new Quieter(_book, null!, Options.Create(new ChecksOptions()));
        return quieter.LearnAsync(Film.Id, before, before with { Standing = Standing.Down }, with: null, Film.Start).AsTask();
    }

    private sealed class Store : IMaintenanceStore
    {
        private static readonly MaintenanceWindow _window = new()
        {
            Id = "a", Owner = Film.Owner, From = Film.Start.AddHours(-1), To = Film.Start.AddHours(1), Zone = "UTC", AddedAt = Film.Start.AddHours(-2),
        };

        public Exception? Trouble { get; set; }
        public TaskCompletionSource? Answer { get; set; }
        public int Reads { get; private set; }

        public async Task<(IReadOnlyList<MaintenanceWindow> Windows, DateTimeOffset ReadUpTo)> ReadAsync(DateTimeOffset? since, CancellationToken cancellationToken)
        {
            Reads++;
            if (Trouble is not null)
                throw Trouble;
            if (Answer is not null)
                await Answer.Task;
            return ([_window], Film.Start);
        }

        public Task AddAsync(MaintenanceWindow window, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task RemoveAsync(OwnerId owner, string id, DateTimeOffset at, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
