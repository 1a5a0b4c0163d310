using System.Text;
using Microsoft.Data.Sqlite;
using UptimeSquirrel.Client.Importing;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Tests.Importing;

namespace UptimeSquirrel.Tests.Client.Importing;

public sealed class KumaDatabaseTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kuma-");

    private string Path => System.IO.Path.Combine(folder.FullName, "kuma.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Monitors_tags_groups_and_notifications_come_from_the_tables()
    {
        Execute("""
            CREATE TABLE monitor (id INTEGER PRIMARY KEY, name VARCHAR(150), active BOOLEAN DEFAULT 1, user_id INTEGER, interval INTEGER, url TEXT, type VARCHAR(20), weight INTEGER,
              hostname VARCHAR(255), port INTEGER, created_date DATETIME, keyword VARCHAR(255), maxretries INTEGER, ignore_tls BOOLEAN, upside_down BOOLEAN, maxredirects INTEGER,
              accepted_statuscodes_json TEXT, retry_interval INTEGER, push_token VARCHAR(32), method TEXT, body TEXT, headers TEXT, basic_auth_user TEXT, basic_auth_pass TEXT, auth_method VARCHAR(250),
              invert_keyword BOOLEAN, parent INTEGER, timeout DOUBLE, json_path TEXT, expected_value VARCHAR(255), json_path_operator VARCHAR(255), proxy_id INTEGER, ip_family VARCHAR(4));
            CREATE TABLE tag (id INTEGER PRIMARY KEY, name VARCHAR(255), color VARCHAR(255));
            CREATE TABLE monitor_tag (id INTEGER PRIMARY KEY, monitor_id INTEGER, tag_id INTEGER, value TEXT);
            CREATE TABLE notification (id INTEGER PRIMARY KEY, name VARCHAR(255), config TEXT, active BOOLEAN, user_id INTEGER, is_default BOOLEAN);
            CREATE TABLE maintenance (id INTEGER PRIMARY KEY, title VARCHAR(150));
            INSERT INTO monitor (id, name, type, url, interval, timeout, accepted_statuscodes_json, method, maxretries, retry_interval, parent, headers, auth_method, basic_auth_user, basic_auth_pass)
              VALUES (2, 'Shop', 'http', 'https://shop.example/', 60, 10.0, '["200-299","301"]', 'GET', 1, 30, 1, '{"X-A":"1"}', 'basic', 'ann', 'hush');
            INSERT INTO monitor (id, name, type, active) VALUES (1, 'Customers', 'group', 1);
            INSERT INTO monitor (id, name, type, hostname, port, active, upside_down) VALUES (3, 'DB', 'port', 'db.example', 5432, 0, 0);
            INSERT INTO tag VALUES (1, 'prod', '#fff');
            INSERT INTO monitor_tag (monitor_id, tag_id, value) VALUES (2, 1, '');
            INSERT INTO notification VALUES (1, 'Chat', '{"type":"telegram","telegramBotToken":"hush"}', 1, 1, 1);
            INSERT INTO maintenance VALUES (1, 'Sunday');
            """);

        Told.Of(await ReadAsync()).ShouldBe(
            [
                "skipped Customers: It is a group; what is in it has its name as a tag.",
                "https://shop.example/; name Shop; every 1m; timeout 10s; accept 200-299,301; tags customers,prod; headers X-A: 1; recheck 30s (What it logs in with was left out: --with-secrets takes secrets over.)",
                "tcp://db.example:5432; name DB; paused",
                "* The notification 'Chat' (telegram) was left out: 'squirrel owner channel kinds' says what there is instead.",
                "* 1 maintenance window of Uptime Kuma was left out: 'squirrel maintenance add' plans it here.",
            ]);
    }

    [Fact]
    public async Task An_old_database_with_few_columns_is_read_as_far_as_it_goes()
    {
        Execute("CREATE TABLE monitor (id INTEGER PRIMARY KEY, name TEXT, type TEXT, url TEXT); INSERT INTO monitor VALUES (1, 'Shop', 'http', 'https://shop.example/');");

        Told.Of(await ReadAsync()).ShouldBe(["https://shop.example/; name Shop"]);
    }

    [Fact]
    public async Task What_a_running_Uptime_Kuma_has_not_yet_written_into_its_file_comes_along_and_nothing_of_it_is_touched()
    {
        await using var running = new SqliteConnection($"Data Source={Path};Pooling=False");
        running.Open();
        Execute(running, "PRAGMA journal_mode = wal; CREATE TABLE monitor (id INTEGER PRIMARY KEY, name TEXT, type TEXT, url TEXT); INSERT INTO monitor VALUES (1, 'Shop', 'http', 'https://shop.example/');");
        var before = folder.GetFiles().Select(file => (file.Name, file.Length)).Order().ToArray();

        Told.Of(await ReadAsync()).ShouldBe(["https://shop.example/; name Shop"]);

        folder.GetFiles().Select(file => (file.Name, file.Length)).Order().ToArray().ShouldBe(before);
    }

    [Fact]
    public async Task The_database_of_something_else_is_refused_by_name()
    {
        Execute("CREATE TABLE moz_places (id INTEGER)");

        (await Should.ThrowAsync<NoListException>(ReadAsync)).Message.ShouldBe("The database has no table 'monitor': expected kuma.db of Uptime Kuma.");
    }

    [Fact]
    public async Task A_broken_database_is_one_clear_sentence()
    {
        await File.WriteAllBytesAsync(Path, [.. "SQLite format 3\0"u8, .. Encoding.ASCII.GetBytes(new string('x', 5000))], TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<NoListException>(ReadAsync)).Message.ShouldEndWith("Expected kuma.db of Uptime Kuma.");
    }

    private Task<ListContent> ReadAsync() => ListFile.ReadAsync(Path, new TestTerminal().Terminal, TestContext.Current.CancellationToken);

    private void Execute(string sql)
    {
        using var database = new SqliteConnection($"Data Source={Path};Pooling=False");
        database.Open();
        Execute(database, sql);
    }

    private static void Execute(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
