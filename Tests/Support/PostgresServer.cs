using Npgsql;
using Testcontainers.PostgreSql;
using UptimeSquirrel.Tests.Support;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace UptimeSquirrel.Tests.Support;

/// <summary>
/// One PostgreSQL for the whole test run, started when the first test asks: the one of UPTIMESQUIRREL_TEST_POSTGRES, else a private one
/// from the installed programs, else one in Docker.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private LocalPostgres? _local;
    private PostgreSqlContainer? _container;
    private string? _connectionString;

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var settings = new NpgsqlConnectionStringBuilder(await StartAsync());
        var name = $"t_{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(settings);
        await using var command = source.CreateCommand($"create database {name}");
        await command.ExecuteNonQueryAsync();
        settings.Database = name;
        return settings.ConnectionString;
    }

    /// <summary>A server of one's own, for tests that stop it.</summary>
    internal static async Task<LocalPostgres> StartPrivateAsync() =>
        LocalPostgres.FindPrograms() is { } programs ? await LocalPostgres.StartAsync(programs) : throw Missing();

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_local is not null)
            await _local.DisposeAsync();
        if (_container is not null)
            await _container.DisposeAsync();
        _starting.Dispose();
    }

    private async Task<string> StartAsync()
    {
        await _starting.WaitAsync();
        try
        {
            return _connectionString ??= await StartOneAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<string> StartOneAsync()
    {
        if (Environment.GetEnvironmentVariable("UPTIMESQUIRREL_TEST_POSTGRES") is { Length: > 0 } given)
            return given;
        if (LocalPostgres.FindPrograms() is { } programs)
            return (_local = await LocalPostgres.StartAsync(programs)).ConnectionString;
        try
        {
            _container = new PostgreSqlBuilder("postgres:17-alpine").Build();
            await _container.StartAsync();
            return _container.GetConnectionString();
        }
        catch (Exception e)
        {
            throw Missing(e);
        }
    }

    private static InvalidOperationException Missing(Exception? reason = null) => new(
        "These tests need PostgreSQL: install it (apt-get install postgresql), start Docker, " +
        "or name a server whose user may create databases in UPTIMESQUIRREL_TEST_POSTGRES.", reason);
}
