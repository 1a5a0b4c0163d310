using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Adapters.Database;

// Each contract once on SQLite and once on PostgreSQL.

public sealed class SqliteJournalTests : JournalContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresJournalTests(PostgresServer server) : JournalContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}

public sealed class SqliteIncidentTests : IncidentContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresIncidentTests(PostgresServer server) : IncidentContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}

public sealed class SqliteRemovalTests : RemovalContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresRemovalTests(PostgresServer server) : RemovalContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}

public sealed class SqliteReadingTests : ReadingContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresReadingTests(PostgresServer server) : ReadingContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}

public sealed class SqliteOwnerBookTests : OwnerBookContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresOwnerBookTests(PostgresServer server) : OwnerBookContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}

public sealed class SqliteMaintenanceWindowTests : MaintenanceWindowContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresMaintenanceWindowTests(PostgresServer server) : MaintenanceWindowContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}

public sealed class SqliteGrainStateSqlTests : GrainStateSqlContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresGrainStateSqlTests(PostgresServer server) : GrainStateSqlContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}

public sealed class SqliteReminderSqlTests : ReminderSqlContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresReminderSqlTests(PostgresServer server) : ReminderSqlContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}

public sealed class SqliteOverdueTests : OverdueContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class SqliteSecretsTests : SecretsContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresOverdueTests(PostgresServer server) : OverdueContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}

public sealed class PostgresSecretsTests(PostgresServer server) : SecretsContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}

public sealed class SqliteReportTests : ReportContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresReportTests(PostgresServer server) : ReportContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}

public sealed class SqliteListingTests : ListingContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresListingTests(PostgresServer server) : ListingContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}

public sealed class SqlitePagingTests : PagingContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresPagingTests(PostgresServer server) : PagingContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}

public sealed class SqliteSeriesTests : SeriesContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresSeriesTests(PostgresServer server) : SeriesContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}

public sealed class SqliteAuditTests : AuditContract
{
    protected override Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);
}

public sealed class PostgresAuditTests(PostgresServer server) : AuditContract
{
    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();
}
