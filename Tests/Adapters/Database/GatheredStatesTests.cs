using System.Data;
using System.Globalization;
using UptimeSquirrel.Adapters.Database.Postgres.GrainStates;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>The states of many websites in one statement, by the rules that Orleans' own texts have for one.</summary>
public sealed class GatheredStatesTests(PostgresServer server) : DatabaseTest
{
    private static readonly StateKey _one = Key("11111111111111111111111111111111");
    private static readonly StateKey _other = Key("22222222222222222222222222222222");
    private static readonly StateKey _nobody = Key("33333333333333333333333333333333");

    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();

    private StateRows States => new(House.Database);

    [Fact]
    public async Task States_written_together_are_read_together_in_the_order_they_are_asked_for()
    {
        (await States.WriteAsync([New(_one, 1), New(_other, 2)])).ShouldBe([1, 1]);

        var read = await States.ReadAsync([_other, _nobody, _one]);

        read.Select(state => state.Version).ShouldBe([1, null, 1]);
        read.Select(state => state.Payload?[0]).ShouldBe([2, null, 1]);
    }

    [Fact]
    public async Task Orleans_own_text_finds_what_was_written_together()
    {
        await States.WriteAsync([New(_one, 7)]);

        var row = (await new OrleansSql(House).RunAsync("ReadFromStorageKey", Orleans(_one))).Single();

        ((byte[])row[0]!).ShouldBe([7]);
        Convert.ToInt32(row[1], CultureInfo.InvariantCulture).ShouldBe(1);
    }

    [Fact]
    public async Task Of_those_written_together_only_the_one_with_another_version_is_a_conflict()
    {
        await States.WriteAsync([New(_one, 1), New(_other, 1)]);

        var versions = await States.WriteAsync([new StateWrite(_one, 1, [5]), new StateWrite(_other, 9, [5]), new StateWrite(_nobody, 1, [5])]);

        versions.ShouldBe([2, null, null]);
        (await States.ReadAsync([_one, _other, _nobody])).Select(state => state.Payload?[0]).ShouldBe([5, 1, null]);
    }

    [Fact]
    public async Task A_first_write_where_somebody_has_written_is_a_conflict()
    {
        await States.WriteAsync([New(_one, 1)]);
        (await States.WriteAsync([New(_one, 2), New(_other, 2)])).ShouldBe([null, 1]);
        (await States.ReadAsync([_one]))[0].Payload.ShouldBe([1]);
    }

    [Fact]
    public async Task What_was_cleared_keeps_its_version_and_has_no_payload()
    {
        await States.WriteAsync([New(_one, 1)]);
        await new OrleansSql(House).RunAsync("ClearStorageKey", [.. Orleans(_one), ("GrainStateVersion", DbType.Int32, 1)]);
        (await States.ReadAsync([_one])).ShouldBe([new StoredState(2, null)]);
    }

    [Fact]
    public void Only_a_grain_whose_key_is_a_Guid_is_among_them()
    {
        StateKey.Of("website", GrainId.Create("website", "11111111111111111111111111111111")).ShouldBe(_one);
        StateKey.Of("owner", GrainId.Create("owner", "owner:team")).ShouldBeNull();
    }

    private static StateKey Key(string guid)
    {
        var bytes = Guid.ParseExact(guid, "N").ToByteArray();
        return new StateKey("website", BitConverter.ToInt64(bytes, 0), BitConverter.ToInt64(bytes, 8));
    }

    private static StateWrite New(StateKey key, byte payload) => new(key, null, [payload]);

    private static (string, DbType, object?)[] Orleans(StateKey key) =>
    [
        ("GrainIdHash", DbType.Int32, 1), ("GrainIdN0", DbType.Int64, key.N0), ("GrainIdN1", DbType.Int64, key.N1), ("GrainTypeHash", DbType.Int32, 2),
        ("GrainTypeString", DbType.String, key.Name), ("GrainIdExtensionString", DbType.String, null), ("ServiceId", DbType.String, ClusterDefaults.ServiceId),
    ];
}
