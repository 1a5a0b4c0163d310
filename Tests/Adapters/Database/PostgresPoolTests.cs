using Npgsql;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Adapters.Database.Postgres;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>How many connections a silo takes, and how long it waits for them.</summary>
public sealed class PostgresPoolTests
{
    private const int DefaultConnections = 100 - 3;      // three are kept for superusers

    [Fact]
    public void Three_silos_fit_into_a_PostgreSQL_as_it_comes() =>
        (3 * Enum.GetValues<DatabaseUse>().Sum(use => Settings("", use).MaxPoolSize)).ShouldBeLessThanOrEqualTo(DefaultConnections);

    [Theory]
    [InlineData("Max Auto Prepare=0")]
    [InlineData("MaxAutoPrepare=0")]
    [InlineData("max auto prepare=0")]
    public void A_pooler_that_cannot_prepare_is_respected_in_every_spelling(string setting) =>
        Settings(setting, DatabaseUse.Journal).MaxAutoPrepare.ShouldBe(0);

    [Fact]
    public void What_a_reminder_tick_asks_for_ends_long_before_the_tick_times_out()
    {
        foreach (var use in new[] { DatabaseUse.Membership, DatabaseUse.Reminders, DatabaseUse.GrainState })
            (Settings("", use).Timeout + Settings("", use).CommandTimeout).ShouldBeLessThan(15);
        Settings("", DatabaseUse.Journal).CommandTimeout.ShouldBe(30);
    }

    [Fact]
    public void Timeouts_that_somebody_chose_are_kept()
    {
        var settings = Settings("Timeout=21;CommandTimeout=22;ApplicationName=mine", DatabaseUse.GrainState);
        (settings.Timeout, settings.CommandTimeout, settings.ApplicationName).ShouldBe((21, 22, "mine"));
    }

    private static NpgsqlConnectionStringBuilder Settings(string more, DatabaseUse use)
    {
        using var pool = PostgresPools.Open($"Host=db;Database=uptime;Username=uptime;{more}", use);
        return new NpgsqlConnectionStringBuilder(pool.ConnectionString);
    }
}
