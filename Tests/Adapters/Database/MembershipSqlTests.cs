using System.Data;
using System.Globalization;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What Orleans expects of our texts for the list of silos, run against them as it does.</summary>
public sealed class MembershipSqlTests(PostgresServer server) : DatabaseTest
{
    private const int Active = 3;
    private const int Dead = 6;
    private static readonly DateTime _start = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();

    [Fact]
    public async Task The_version_is_made_once()
    {
        (await BoolAsync("InsertMembershipVersionKey")).ShouldBeTrue();
        (await BoolAsync("InsertMembershipVersionKey")).ShouldBeFalse();
    }

    [Fact]
    public async Task With_no_member_one_row_with_the_version_comes_back()
    {
        await BoolAsync("InsertMembershipVersionKey");
        (await RunAsync("MembershipReadAllKey")).Single().ShouldBe([null, null, null, null, null, null, null, null, null, null, 0]);
        (await RunAsync("MembershipReadRowKey", Silo(1))).Single()[10].ShouldBe(0);
    }

    [Fact]
    public async Task A_silo_joins_only_with_the_right_version_and_only_once()
    {
        await BoolAsync("InsertMembershipVersionKey");
        (await JoinAsync(1, version: 0)).ShouldBeTrue();
        (await JoinAsync(2, version: 0)).ShouldBeFalse();
        (await JoinAsync(1, version: 1)).ShouldBeFalse();
        (await JoinAsync(2, version: 1)).ShouldBeTrue();

        var rows = await RunAsync("MembershipReadAllKey");
        rows.Count.ShouldBe(2);
        rows.ShouldAllBe(row => (int)row[10]! == 2);
    }

    [Fact]
    public async Task A_change_needs_the_right_version_and_a_silo_that_is_there()
    {
        await BoolAsync("InsertMembershipVersionKey");
        await JoinAsync(1, version: 0);
        (await UpdateAsync(1, Dead, version: 0)).ShouldBeFalse();
        (await UpdateAsync(9, Dead, version: 1)).ShouldBeFalse();
        (await UpdateAsync(1, Dead, version: 1)).ShouldBeTrue();
        (await RunAsync("MembershipReadRowKey", Silo(1))).Single()[5].ShouldBe(Dead);
    }

    [Fact]
    public async Task A_sign_of_life_leaves_the_version_alone()
    {
        await BoolAsync("InsertMembershipVersionKey");
        await JoinAsync(1, version: 0);
        await RunAsync("UpdateIAmAlivetimeKey", [.. Silo(1), ("IAmAliveTime", DbType.DateTime, _start.AddHours(1))]);

        var row = (await RunAsync("MembershipReadRowKey", Silo(1))).Single();
        row[9].ShouldBe(_start.AddHours(1));
        row[10].ShouldBe(1);
    }

    [Fact]
    public async Task Clients_find_the_gateways_of_active_silos()
    {
        await BoolAsync("InsertMembershipVersionKey");
        await JoinAsync(1, version: 0);
        await JoinAsync(2, version: 1, gateway: 0);
        await UpdateAsync(1, Active, version: 2);
        await UpdateAsync(2, Active, version: 3);
        (await RunAsync("GatewaysQueryKey", ("Status", DbType.Int32, Active))).Single().ShouldBe(["10.0.0.1", 30000, 1]);
    }

    [Fact]
    public async Task Only_dead_silos_are_cleaned_away()
    {
        await BoolAsync("InsertMembershipVersionKey");
        await JoinAsync(1, version: 0);
        await JoinAsync(2, version: 1);
        await JoinAsync(3, version: 2);
        await UpdateAsync(1, Dead, version: 3);
        await UpdateAsync(2, Dead, version: 4);

        await CleanUpOneAsync(2, _start.AddSeconds(1));      // somebody touched it since
        await CleanUpOneAsync(3, _start);                    // not dead
        (await RunAsync("MembershipReadAllKey")).Count.ShouldBe(3);
        await CleanUpOneAsync(1, _start);
        (await RunAsync("MembershipReadAllKey")).Count.ShouldBe(2);
        await RunAsync("CleanupDefunctSiloEntriesKey", ("IAmAliveTime", DbType.DateTime, _start));
        (await RunAsync("MembershipReadAllKey")).Count.ShouldBe(2);
        await RunAsync("CleanupDefunctSiloEntriesKey", ("IAmAliveTime", DbType.DateTime, _start.AddSeconds(1)));
        (await RunAsync("MembershipReadAllKey")).Single()[2].ShouldBe(3);
    }

    [Fact]
    public async Task Of_many_silos_that_join_at_once_one_wins()
    {
        await BoolAsync("InsertMembershipVersionKey");
        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(i => Task.Run(() => JoinAsync(i, version: 0))));
        answers.Count(won => won).ShouldBe(1);
        (await RunAsync("MembershipReadAllKey")).Single()[10].ShouldBe(1);
    }

    [Fact]
    public async Task A_cluster_can_be_forgotten()
    {
        await BoolAsync("InsertMembershipVersionKey");
        await JoinAsync(1, version: 0);
        await RunAsync("DeleteMembershipTableEntriesKey");
        (await RunAsync("MembershipReadAllKey")).ShouldBeEmpty();
    }

    private Task<bool> JoinAsync(int generation, int version, int gateway = 30000) => BoolAsync("InsertMembershipKey",
        [.. Silo(generation), ("SiloName", DbType.String, "s"), ("HostName", DbType.String, "h"), ("Status", DbType.Int32, 2), ("ProxyPort", DbType.Int32, gateway),
         ("StartTime", DbType.DateTime, _start), ("IAmAliveTime", DbType.DateTime, _start), ("Version", DbType.Int32, version)]);

    private Task<bool> UpdateAsync(int generation, int status, int version) => BoolAsync("UpdateMembershipKey",
        [.. Silo(generation), ("Status", DbType.Int32, status), ("SuspectTimes", DbType.String, null), ("IAmAliveTime", DbType.DateTime, _start), ("Version", DbType.Int32, version)]);

    private Task<IReadOnlyList<object?[]>> CleanUpOneAsync(int generation, DateTime alive) => RunAsync("CleanupDefunctSiloEntryKey",
        [.. Silo(generation), ("SuspectTimes", DbType.String, null), ("StartTime", DbType.DateTime, _start), ("IAmAliveTime", DbType.DateTime, alive)]);

    private async Task<bool> BoolAsync(string key, params (string, DbType, object?)[] parameters) =>
        Convert.ToBoolean((await RunAsync(key, parameters)).Single().Single(), CultureInfo.InvariantCulture);

    private Task<IReadOnlyList<object?[]>> RunAsync(string key, params (string, DbType, object?)[] parameters) =>
        new OrleansSql(House).RunAsync(key, [("DeploymentId", DbType.String, "c"), .. parameters]);

    private static (string, DbType, object?)[] Silo(int generation) =>
        [("Address", DbType.AnsiString, "10.0.0.1"), ("Port", DbType.Int32, 11111), ("Generation", DbType.Int32, generation)];
}
