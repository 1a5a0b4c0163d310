using Dapper;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>A test that gets a fresh database; which kind is for the derived class to say.</summary>
public abstract class DatabaseTest : IAsyncLifetime
{
    private TestDatabase? _house;

    internal TestDatabase House => _house!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await TestDatabase.OpenAsync(await ConnectionStringAsync());

    public async ValueTask DisposeAsync()
    {
        if (_house is not null)
            await _house.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Null for a SQLite file of its own.</summary>
    protected abstract Task<string?> ConnectionStringAsync();

    private protected Task FlushAsync() => House.Journal.FlushAsync(Stop);

    private protected Task<WebsiteHistory> HistoryAsync(WebsiteRow website) =>
        House.History.GetHistoryAsync(new HistoryQuery { Website = website.Id, Since = Rows.Noon.AddDays(-10) }, Stop);

    private protected async Task<WebsiteStatus> OnlyWebsiteAsync() => (await House.Catalog.FindAsync(new CatalogQuery(), Stop)).Websites.Single();

    /// <summary>A second silo on the same database; null where there can be none.</summary>
    private protected async Task<TestDatabase?> OpenSecondWriterAsync() =>
        House.Options.ConnectionString.StartsWith("Host", StringComparison.Ordinal) ? await TestDatabase.OpenAsync(House.Options.ConnectionString) : null;

    private protected async Task RefuseAsync(string table, string condition)
    {
        await using var connection = await House.ConnectAsync();
        await connection.ExecuteAsync(
            connection is Npgsql.NpgsqlConnection
                ? $"alter table {table} add constraint refusal check ({condition})"
                : $"create trigger refusal before insert on {table} when not (new.{condition}) begin select raise(abort, 'refused'); end");
    }
}
