using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Adapters.Database.Backups;
using UptimeSquirrel.Auditing;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Adapters.Database.Backups;

public sealed class BackupTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TestDatabase _sqlite = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => _folder.File("uptime.backup");

    public async ValueTask InitializeAsync() => _sqlite = await TestDatabase.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _sqlite.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Everything_goes_from_sqlite_to_postgres_and_back()
    {
        await FillAsync(_sqlite);
        var before = await BackUpAsync(_sqlite);

        await using var cluster = await NewPostgresAsync();
        await RestoreAsync(cluster);
        var second = _folder.File("second.backup");
        var there = await BackUpAsync(cluster, second);
        await using var file = TestDatabase.Make();
        await RestoreAsync(file, second);
        var back = await BackUpAsync(file, _folder.File("third.backup"));

        before["check_result"].Rows.ShouldBe(3);
        before.Values.ShouldAllBe(table => table.Rows > 0, "every table was filled");
        Sums(there).ShouldBe(Sums(before));
        Sums(back).ShouldBe(Sums(before));
    }

    [Fact]
    public async Task A_log_that_counts_its_entries_goes_on_counting_after_a_restore()
    {
        await FillAsync(_sqlite);
        await BackUpAsync(_sqlite);
        await using var cluster = await NewPostgresAsync();
        await RestoreAsync(cluster);

        await NoteAsync(cluster, "after");

        (await cluster.QueryAsync<long>("select count(distinct id) from audit"))[0].ShouldBe(2);
    }

    [Fact]
    public async Task A_backup_holds_what_was_there_when_it_began_while_a_silo_goes_on_writing()
    {
        await using var postgres = await TestDatabase.OpenAsync(await server.CreateDatabaseAsync());
        foreach (var house in new[] { _sqlite, postgres })
        {
            await FillAsync(house);
            await using var store = await BackupStores.OpenForReadingAsync(house.Database, Stop);
            var audit = BackupTable.All.Single(table => table.Name == "audit");
            (await CountAsync(store, audit)).ShouldBe(1);

            await NoteAsync(house, "meanwhile");

            (await CountAsync(store, audit)).ShouldBe(1);
            (await house.CountAsync("audit")).ShouldBe(2);
        }
    }

    [Fact]
    public async Task A_database_that_is_not_empty_is_left_alone_unless_it_is_to_be_replaced()
    {
        await FillAsync(_sqlite);
        await BackUpAsync(_sqlite);
        await using var cluster = await NewPostgresAsync();
        await NoteAsync(cluster, "theirs");
        await NoteAsync(cluster, "theirs, too");

        var refused = await Should.ThrowAsync<DatabaseUnusableException>(() => RestoreAsync(cluster));

        refused.Message.ShouldContain("is not empty: there are rows in 'audit'");
        (await cluster.CountAsync("audit")).ShouldBe(2);
        await RestoreAsync(cluster, replaces: true);
        (await cluster.QueryAsync<string>("select subject from audit")).ShouldBe(["first"]);
    }

    [Fact]
    public async Task A_file_that_was_changed_or_cut_off_is_refused_and_the_database_stays_as_it_was()
    {
        await FillAsync(_sqlite);
        await BackUpAsync(_sqlite);
        await using var cluster = await NewPostgresAsync();
        var cut = _folder.File("cut.backup");
        await System.IO.File.WriteAllBytesAsync(cut, (await System.IO.File.ReadAllBytesAsync(File, Stop))[..2000], Stop);
        using (var archive = ZipFile.Open(File, ZipArchiveMode.Update))
            Rewrite(archive, "delivery.jsonl", text => text.Replace("250 Ok", "251 Ok", StringComparison.Ordinal));

        (await Should.ThrowAsync<DatabaseUnusableException>(() => RestoreAsync(cluster, cut))).Message.ShouldEndWith("The database is as it was. Expected a whole file that 'backup' made.");
        (await Should.ThrowAsync<DatabaseUnusableException>(() => RestoreAsync(cluster))).Message.ShouldStartWith("'delivery' did not come out of");

        (await cluster.CountAsync("website")).ShouldBe(0);
        (await cluster.CountAsync("us_grain_state")).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_of_a_later_version_is_refused()
    {
        await FillAsync(_sqlite);
        await BackUpAsync(_sqlite);
        using (var archive = ZipFile.Open(File, ZipArchiveMode.Update))
            Rewrite(archive, "manifest.json", text => text.Replace("\"came_from\"", "\"came_from\", \"invented_later\"", StringComparison.Ordinal));
        await using var cluster = await NewPostgresAsync();

        (await Should.ThrowAsync<DatabaseUnusableException>(() => RestoreAsync(cluster))).Message.ShouldContain("holds what this version does not know");
    }

    [Fact]
    public async Task A_database_that_silos_use_is_not_filled()
    {
        await FillAsync(_sqlite);
        await BackUpAsync(_sqlite);
        await using var cluster = await NewPostgresAsync();
        await cluster.QueryAsync<int>("""
            insert into us_member values ('uptimesquirrel', '10.0.0.5', 11111, 1, 'pine:11111', 'pine', 3, 30000, null, now(), now()) returning 1
            """);

        (await Should.ThrowAsync<DatabaseUnusableException>(() => RestoreAsync(cluster))).Message.ShouldContain("is in use by pine:11111: stop every silo first");
        (await Should.ThrowAsync<DatabaseUnusableException>(() => RestoreAsync(_sqlite, replaces: true))).Message.ShouldContain("in use by another silo");
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public async Task A_backup_overwrites_nothing_and_is_for_its_owner_alone()
    {
        await BackUpAsync(_sqlite);

        (await Should.ThrowAsync<DatabaseUnusableException>(() => BackUpAsync(_sqlite))).Message.ShouldContain("exists already");
        System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await System.IO.File.WriteAllTextAsync(_folder.File("two.backup.part"), "of somebody else", Stop);
        (await Should.ThrowAsync<DatabaseUnusableException>(() => BackUpAsync(_sqlite, _folder.File("two.backup")))).Message.ShouldContain("another backup is being written there");
        System.IO.File.Exists(_folder.File("two.backup.part")).ShouldBeTrue();
        (await Should.ThrowAsync<DatabaseUnusableException>(() => BackUpAsync(_sqlite, _folder.File("not/there.backup")))).Message.ShouldContain("cannot be written");
    }

    [Fact]
    public async Task Every_table_and_column_of_both_databases_is_in_the_backup()
    {
        await using var cluster = await NewPostgresAsync();
        var sqlite = await _sqlite.QueryAsync<string>("""
            select m.name || '.' || c.name from sqlite_master m, pragma_table_xinfo(m.name) c where m.type = 'table' and m.name not like 'sqlite%' and c.hidden = 0
            """);
        var postgres = await cluster.QueryAsync<string>("""
            select c.table_name || '.' || c.column_name from information_schema.columns c join pg_class p on p.oid = format('%I.%I', c.table_schema, c.table_name)::regclass
            where c.table_schema = current_schema() and not p.relispartition and c.is_generated = 'NEVER' and c.column_name <> 'modified_at'
            """);
        var known = BackupTable.All.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}")).ToList();

        WithoutLeftOut(sqlite).ShouldBe(known, ignoreOrder: true);
        WithoutLeftOut(postgres).ShouldBe(known, ignoreOrder: true);

        static IEnumerable<string> WithoutLeftOut(IEnumerable<string> columns) => columns.Where(column => !BackupTable.LeftOut.ContainsKey(column.Split('.')[0]));
    }

    private static async Task FillAsync(TestDatabase house)
    {
        var website = Rows.Website("https://shop.example/", name: "Shöp \"1\" \\ 東京", tags: ["live", "a b"]);
        house.Journal.Record(website);
        house.Journal.Record(Rows.Healthy(website, Rows.Noon));
        house.Journal.Record(Rows.Failing(website, Rows.Noon.AddDays(-1).AddTicks(10)));
        house.Journal.Record(Rows.Healthy(website, Rows.Noon.AddDays(-3)));
        house.Journal.Record(Rows.Incident(website, "incident-1", Rows.Noon, Rows.Noon.AddMinutes(1)) with { Sightings = [new Sighting { Silo = "pine", Region = "north", At = Rows.Noon, Took = TimeSpan.FromMilliseconds(1.5), StatusCode = 503 }] });
        house.Journal.Record(Rows.Delivery("alert-1", 1, Rows.Noon));
        await house.Journal.FlushAsync(Stop);
        await house.Windows.AddAsync(new MaintenanceWindow { Id = "w1", Owner = Rows.Alice, From = Rows.Noon, To = Rows.Noon.AddHours(1), Zone = "UTC", AddedAt = Rows.Noon }, Stop);
        await NoteAsync(house, "first");
        await house.QueryAsync<int>($"""
            insert into us_grain_state (service_id, state_name, key_n1, key_n0, version, payload) values ('s', 'n', -9223372036854775808, 5, 3, {(house.Database.Kind == DatabaseKind.Postgres ? "'\\x7b7d00ff'" : "x'7b7d00ff'")}) returning 1
            """);
        await house.QueryAsync<int>("insert into us_reminder (service_id, grain_id, name, start_at, period_ms, grain_hash, version) values ('s', 'g', 'check', '2026-11-01 10:00:00.123456', 300000, -5, 1) returning 1");
        await house.QueryAsync<int>("insert into protection_key (slot, xml) values ('1', '<key/>') returning 1");
        await house.QueryAsync<int>(house.Database.Kind == DatabaseKind.Postgres
            ? "insert into owner (id, version, contacts, changed_at) values ('a', 1, '{}', now()) returning 1"
            : "insert into owner (id, version, contacts, changed_at) values ('a', 1, '{}', 1700000000000001) returning 1");
        await house.QueryAsync<int>(house.Database.Kind == DatabaseKind.Postgres
            ? "insert into uptime_day (website_id, day, checks, failures, latency_sum_us, latency_max_us) values ('00000000-0000-0000-0000-000000000001', '2026-11-01', 1, 0, 5, 5) returning 1"
            : "insert into uptime_day (website_id, day, checks, failures, latency_sum_us, latency_max_us) values ('00000000-0000-0000-0000-000000000001', 1793491200000000, 1, 0, 5, 5) returning 1");
    }

    private static Task NoteAsync(TestDatabase house, string subject) =>
        house.Audit.AddAsync([new AuditEntry(0, Rows.Noon, "alice", "website.add", subject, Detail: null, From: null)], Stop);

    private static async Task<long> CountAsync(IBackupStore store, BackupTable table)
    {
        var count = 0L;
        await foreach (var _ in store.ReadAsync(table, Stop))
            count++;
        return count;
    }

    private async Task<Dictionary<string, BackedUpTable>> BackUpAsync(TestDatabase house, string? path = null)
    {
        await Backup.MakeAsync(house.Database, path ?? File, "0.1.0", TimeProvider.System, (_, _) => { }, Stop);
        using var archive = ZipFile.OpenRead(path ?? File);
        using var manifest = archive.GetEntry(Backup.ManifestName)!.Open();
        return BackupManifest.Read(manifest).Tables.ToDictionary(table => table.Name);
    }

    private Task RestoreAsync(TestDatabase house, string? path = null, bool replaces = false) =>
        Restore.RunAsync(house.Database, house.Options, path ?? File, replaces, (_, _) => { }, Stop);

    private async Task<TestDatabase> NewPostgresAsync()
    {
        var house = TestDatabase.Make(await server.CreateDatabaseAsync());
        await house.Startup.PrepareAsync(Stop);
        return house;
    }

    private static IEnumerable<(string, long, string)> Sums(Dictionary<string, BackedUpTable> tables) => tables.Values.Select(table => (table.Name, table.Rows, table.Checksum));

    private static void Rewrite(ZipArchive archive, string name, Func<string, string> change)
    {
        string text;
        using (var reader = new StreamReader(archive.GetEntry(name)!.Open()))
            text = reader.ReadToEnd();
        archive.GetEntry(name)!.Delete();
        using var entry = archive.CreateEntry(name).Open();
        var changed = change(text);
        changed.ShouldNotBe(text);
        entry.Write(Encoding.UTF8.GetBytes(changed));
    }
}
