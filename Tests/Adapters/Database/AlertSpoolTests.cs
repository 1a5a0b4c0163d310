using Microsoft.Extensions.Logging;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Adapters.Database.Absence;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What the spool still knows after its process died. A second spool on the same folder is the next process.</summary>
public sealed class AlertSpoolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LogRecorder _log = new();
    private readonly LoggerFactory _logging;

    public AlertSpoolTests() => _logging = new LoggerFactory([_log]);

    public void Dispose()
    {
        _logging.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_alert_and_whom_it_was_told_outlive_the_process()
    {
        using (var file = File())
        using (var spool = new AlertSpool(file))
        {
            await spool.KeepAsync(Film.Id, Kept(1));
            await spool.NoteToldAsync(Film.Id, Told("a1", 1, DeliveryOutcome.TryAgain));
            await spool.NoteToldAsync(Film.Id, Told("a1", 2, DeliveryOutcome.Delivered));
            await spool.KeepAsync(Film.Id, Kept(2, "a1", "a2"));
        }

        using var next = File();
        using var after = new AlertSpool(next);
        after.Open().ShouldBe(1);
        var website = after.Of(Film.Owner).Single();
        (website.Kept.Version, website.Kept.State).ShouldBe((2, "state 2"));
        website.Alerts.Select(alert => (alert.Alert.Id, alert.Deliveries.Count)).ShouldBe([("a1", 2), ("a2", 0)]);
        SpoolRules.Told(website.Alerts[0]).ShouldBe([new ToldChannel("alice@shop.example", 2, IsDone: true)]);
    }

    [Fact]
    public async Task Nothing_is_left_on_the_disk_once_everything_is_in_the_database()
    {
        using var file = File();
        using var spool = new AlertSpool(file);
        await spool.KeepAsync(Film.Id, Kept(1));
        var before = spool.Of(Film.Owner).Single();
        await spool.KeepAsync(Film.Id, Kept(2));

        // What was kept since then is not in the database.
        await spool.NoteSavedAsync(before);
        spool.Holds(Film.Id).ShouldBeTrue();

        await spool.NoteSavedAsync(spool.Of(Film.Owner).Single());
        spool.Holds(Film.Id).ShouldBeFalse();
        new FileInfo(Directory.GetFiles(_folder.Path).Single()).Length.ShouldBe(0);
        file.Dispose();
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Half_a_line_at_the_end_and_a_line_that_makes_no_sense_cost_no_other_alert()
    {
        using (var file = File())
        using (var spool = new AlertSpool(file))
            await spool.KeepAsync(Film.Id, Kept(1));
        var path = Directory.GetFiles(_folder.Path).Single();
        var good = await System.IO.File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        await System.IO.File.WriteAllTextAsync(path, "no entry at all\n" + good + good[..20], TestContext.Current.CancellationToken);

        using (var file = File())
        using (var spool = new AlertSpool(file))
        {
            spool.Open().ShouldBe(1);
            await spool.NoteToldAsync(Film.Id, Told("a1", 1, DeliveryOutcome.Delivered));
        }

        using var last = File();
        using var after = new AlertSpool(last);
        after.Open().ShouldBe(1);
        after.Of(Film.Owner).Single().Alerts.Single().Deliveries.Count.ShouldBe(1);
        _log.At(LogLevel.Error).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_spool_takes_over_what_dead_processes_left_and_leaves_the_living_alone()
    {
        using var living = File();
        using (var dead = File())
        using (var spool = new AlertSpool(living))
        using (var spoolOfDead = new AlertSpool(dead))
        {
            await spool.KeepAsync(Film.Id, Kept(1));
            await spoolOfDead.KeepAsync(new(Guid.NewGuid()), Kept(1));
        }

        using var next = File();
        using var after = new AlertSpool(next);
        after.Open().ShouldBe(1);
        after.Holds(Film.Id).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_was_told_is_known_although_the_disk_is_full()
    {
        var disk = new FullDisk();
        using var spool = new AlertSpool(disk);
        await spool.KeepAsync(Film.Id, Kept(1));
        disk.IsFull = true;

        await Should.ThrowAsync<IOException>(() => spool.NoteToldAsync(Film.Id, Told("a1", 1, DeliveryOutcome.Delivered)));
        await Should.ThrowAsync<IOException>(() => spool.KeepAsync(Film.Id, Kept(2, "a1", "a2")));

        var alert = spool.Of(Film.Owner).Single().Alerts.Single();      // what could not be written down is not kept
        alert.Deliveries.Count.ShouldBe(1);
    }

    private sealed class FullDisk : ISpoolFile
    {
        public bool IsFull { get; set; }

        public IReadOnlyList<SpoolEntry> Open() => [];

        public void Append(SpoolEntry entry)
        {
            if (IsFull)
                throw new IOException("No space left on device");
        }

        public void Clear()
        {
            // There is nothing on it.
        }
    }

    private SpoolFile File() => new(new DatabaseOptions { SpillFolder = _folder.Path }, _logging.CreateLogger<SpoolFile>());

    private static KeptAlerts Kept(long version, params string[] alerts) =>
        new(Film.Owner, version, $"state {version}", [.. (alerts.Length > 0 ? alerts : ["a1"]).Select(id => Film.Play("- - -").State.Unsent[0] with { Id = id })]);

    private static Delivery Told(string alert, int attempt, DeliveryOutcome outcome) =>
        Rows.Delivery(alert, attempt, Film.Start, Film.Owner) with { Recipient = "alice@shop.example", Outcome = outcome };
}
