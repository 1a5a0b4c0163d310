using Microsoft.Extensions.Logging;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>Who finds out that the database is away, and when.</summary>
public sealed class DatabaseWatchTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_PostgreSQL_that_is_gone_or_frozen_is_noticed_and_so_is_its_return(bool isFrozen)
    {
        await using var postgres = await PostgresServer.StartPrivateAsync();
        await using var house = await TestDatabase.OpenAsync(postgres.ConnectionString);
        await house.Watch.StartAsync(CancellationToken.None);
        (await house.Health.IsReachableAsync(CancellationToken.None)).ShouldBeTrue();

        await (isFrozen ? postgres.FreezeAsync() : postgres.StopAsync());
        var asked = TimeProvider.System.GetTimestamp();
        (await house.Health.IsReachableAsync(CancellationToken.None)).ShouldBeFalse();
        TimeProvider.System.GetElapsedTime(asked).ShouldBeLessThan(TimeSpan.FromSeconds(3));
        await Eventually.HoldsAsync(() => house.Watch.IsAway);

        await (isFrozen ? postgres.ThawAsync() : postgres.StartAgainAsync());
        await Eventually.HoldsAsync(() => !house.Watch.IsAway);
        house.Log.At(LogLevel.Warning).Count(line => line.Contains("does not answer")).ShouldBe(1);
        house.Log.At(LogLevel.Information).Count(line => line.Contains("answers again")).ShouldBe(1);
        await house.Watch.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_failed_statement_counts_until_the_database_has_answered()
    {
        await using var house = await TestDatabase.OpenAsync();
        house.Watch.IsAway.ShouldBeFalse();
        house.Watch.Report(new IOException("It failed."));
        house.Watch.IsAway.ShouldBeTrue();

        await house.Watch.StartAsync(CancellationToken.None);
        await Eventually.HoldsAsync(() => !house.Watch.IsAway);
        await house.Watch.StopAsync(CancellationToken.None);
    }
}
