using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Adapters.Database;

public sealed class SqliteJournalTests : JournalContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresJournalTests(PostgresServer server) : JournalContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}
