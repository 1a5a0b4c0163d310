using Dapper;
using Npgsql;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>PostgreSQL answers, and writes nothing any more, as with a full disk: a website and its owner may live on different silos.</summary>
public sealed class RefusingDatabaseJourney(PostgresServer postgres)
{
    private const int Owners = 8;

    [Fact]
    public async Task Every_owner_is_told_while_grains_cannot_be_stored_wherever_they_live()
    {
        var database = await postgres.CreateDatabaseAsync();
        string[] cluster = [$"--Database:ConnectionString={database}", "--Cluster:AdvertisedAddress=127.0.0.1"];
        await using var journey = await Journey.BeginAsync(cluster);
        await journey.JoinAsync(cluster);
        await using var shop = await LocalWebsite.StartAsync();
        journey.Write("list.csv", "url,every,owner,email\n" + string.Join('\n', Enumerable.Range(1, Owners).Select(number => $"{shop.Url}{number},1s,owner-{number},owner-{number}@shop.example")));
        await journey.Squirrel.MustAsync("import", "list.csv");
        await Eventually.GetAsync(
            async () => (await journey.Squirrel.MustAsync("list", "--standing", "up", "--json")).Json.GetArrayLength(), up => up == Owners, TimeSpan.FromSeconds(60));

        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.ExecuteAsync(FullDisk.Postgres);
        shop.Answer = Answers.Status(503);

        await Eventually.GetAsync(
            () => Task.FromResult(journey.Mail.Messages.Select(mail => mail.Recipient).Distinct().Count()), told => told == Owners, TimeSpan.FromSeconds(90));
        await connection.ExecuteAsync(FullDisk.EndOfPostgres);
        await Eventually.GetAsync(
            async () => (await connection.ExecuteScalarAsync<long>("select count(distinct owner) from delivery where outcome = 0")), told => told == Owners, TimeSpan.FromSeconds(60));
        journey.Mail.Messages.Count.ShouldBe(Owners);
    }
}
