using Dapper;
using Npgsql;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What happens before the first silo of a database runs.</summary>
public sealed class StartupTests(PostgresServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("uptime-start-").FullName;

    [Fact]
    public async Task Five_silos_that_start_at_once_make_one_schema()
    {
        var connectionString = await server.CreateDatabaseAsync();
        var silos = Enumerable.Range(0, 5).Select(_ => TestDatabase.Make(connectionString)).ToArray();
        await Task.WhenAll(silos.Select(silo => Task.Run(() => silo.Startup.PrepareAsync(CancellationToken.None))));

        (await silos[0].CountAsync("schema_version")).ShouldBe(EmbeddedSql.Migrations(DatabaseKind.Postgres).Count);
        (await silos[0].CountAsync("orleansquery")).ShouldBe(21);
        (await silos[0].Health.IsReachableAsync(CancellationToken.None)).ShouldBeTrue();
        foreach (var silo in silos)
            await silo.DisposeAsync();
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        await using var house = await TestDatabase.OpenAsync(await server.CreateDatabaseAsync());
        await house.Startup.PrepareAsync(CancellationToken.None);
        (await house.CountAsync("schema_version")).ShouldBe(EmbeddedSql.Migrations(DatabaseKind.Postgres).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_schema_from_a_newer_version_is_left_alone(bool onPostgres)
    {
        await using var house = await TestDatabase.OpenAsync(onPostgres ? await server.CreateDatabaseAsync() : null);
        await using (var connection = await house.ConnectAsync())
            await connection.ExecuteAsync("insert into schema_version (scriptname, applied) values ('0099_future.sql', current_timestamp)");

        var problem = await ProblemAsync(house);
        problem.ShouldContain("newer UptimeSquirrel");
        problem.ShouldContain("0099_future.sql");
    }

    [Fact]
    public async Task A_second_silo_on_a_SQLite_file_is_refused_by_name()
    {
        var file = Path.Combine(_folder, "uptime.db");
        await using var first = await TestDatabase.OpenAsync($"Data Source={file}");
        await using var second = TestDatabase.Make($"Data Source={file}");

        var problem = await ProblemAsync(second);
        problem.ShouldContain(file);
        problem.ShouldContain("in use by another silo");
        problem.ShouldContain("PostgreSQL");
    }

    [Fact]
    public async Task A_SQLite_file_is_free_again_when_its_silo_has_ended()
    {
        var file = Path.Combine(_folder, "uptime.db");
        await (await TestDatabase.OpenAsync($"Data Source={file}")).DisposeAsync();
        await (await TestDatabase.OpenAsync($"Data Source={file}")).DisposeAsync();
    }

    [Fact]
    public async Task A_path_that_cannot_be_is_told_with_its_name()
    {
        var inTheWay = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(inTheWay, "", TestContext.Current.CancellationToken);
        await using var house = TestDatabase.Make($"Data Source={inTheWay}/uptime.db");
        (await ProblemAsync(house)).ShouldStartWith($"The database file '{inTheWay}/uptime.db' cannot be created or written: ");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_with_its_name()
    {
        var file = Path.Combine(_folder, "letter.txt");
        await File.WriteAllTextAsync(file, new string('x', 5000), TestContext.Current.CancellationToken);
        await using var house = TestDatabase.Make($"Data Source={file}");
        (await ProblemAsync(house)).ShouldStartWith($"The database file '{file}' cannot be used: ");
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_told_at_once_with_how_to_create_it()
    {
        var settings = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync()) { Database = "nowhere", Password = "s3cret" };
        await using var house = TestDatabase.Make(settings.ConnectionString);
        var problem = await ProblemAsync(house);
        problem.ShouldContain("nowhere does not exist");
        problem.ShouldContain("createdb");
        problem.ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task A_server_that_is_just_starting_is_waited_for()
    {
        await using var postgres = await PostgresServer.StartPrivateAsync();
        await postgres.StopAsync();
        await using var house = TestDatabase.Make(postgres.ConnectionString);
        (await house.Health.IsReachableAsync(CancellationToken.None)).ShouldBeFalse();

        var preparing = house.Startup.PrepareAsync(CancellationToken.None);
        await Eventually.HoldsAsync(() => house.Log.At(Microsoft.Extensions.Logging.LogLevel.Warning).Any(message => message.Contains("does not answer yet")));
        await postgres.StartAgainAsync();
        await preparing;
    }

    [Theory]
    [InlineData("")]
    [InlineData("data/uptime.db")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Host=db;Passwort=s3cret")]
    [InlineData("Data Source=a.db;Colour=s3cret")]
    public void A_connection_string_that_makes_no_sense_is_told_without_its_secrets(string connectionString)
    {
        var problem = Should.Throw<DatabaseUnusableException>(() => UptimeDatabase.Open(connectionString)).Message;
        problem.ShouldContain("expected");
        problem.ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("host=db;database=x", DatabaseKind.Postgres)]
    [InlineData("Server=db", DatabaseKind.Postgres)]
    [InlineData("Data Source=host.db", DatabaseKind.Sqlite)]
    public async Task The_connection_string_says_which_database_is_meant(string connectionString, DatabaseKind expected)
    {
        await using var database = UptimeDatabase.Open(connectionString);
        database.Kind.ShouldBe(expected);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string> ProblemAsync(TestDatabase house) =>
        (await Should.ThrowAsync<DatabaseUnusableException>(() => house.Startup.PrepareAsync(CancellationToken.None))).Message;
}
