namespace UptimeSquirrel.Tests.Journeys;

public sealed class SqliteOutageJourney : OutageJourney
{
    private protected override Task<Journey> BeginAsync() => Journey.BeginAsync();
}
