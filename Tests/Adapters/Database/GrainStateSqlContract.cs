using System.Data;
using System.Globalization;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What Orleans expects of our texts for grain state, run against them as it does.</summary>
public abstract class GrainStateSqlContract : DatabaseTest
{
    [Fact]
    public async Task The_first_write_makes_version_1_and_a_second_first_write_is_a_conflict()
    {
        (await WriteAsync("a", null, 1)).ShouldBe(1);
        (await WriteAsync("a", null, 2)).ShouldBeNull();
        (await ReadAsync("a")).ShouldBe(((byte)1, 1));
    }

    [Fact]
    public async Task Only_who_knows_the_version_may_write()
    {
        await WriteAsync("a", null, 1);
        (await WriteAsync("a", 1, 2)).ShouldBe(2);
        (await WriteAsync("a", 1, 3)).ShouldBeNull();
        (await WriteAsync("a", 7, 3)).ShouldBeNull();
        (await WriteAsync("unknown", 1, 3)).ShouldBeNull();
        (await ReadAsync("a")).ShouldBe(((byte)2, 2));
    }

    [Fact]
    public async Task Clearing_keeps_the_version_so_that_a_stale_writer_still_meets_a_conflict()
    {
        await WriteAsync("a", null, 1);
        (await VersionAsync("ClearStorageKey", "a", 1)).ShouldBe(2);
        (await VersionAsync("ClearStorageKey", "a", 1)).ShouldBeNull();
        (await ReadAsync("a")).ShouldBe((null, 2));
        (await WriteAsync("a", 1, 9)).ShouldBeNull();
        (await WriteAsync("a", null, 9)).ShouldBeNull();
        (await WriteAsync("a", 2, 9)).ShouldBe(3);
    }

    [Fact]
    public async Task Deleting_makes_room_for_a_first_write()
    {
        await WriteAsync("a", null, 1);
        (await VersionAsync("DeleteStorageKey", "a", 9)).ShouldBeNull();
        (await VersionAsync("DeleteStorageKey", "a", 1)).ShouldBe(2);
        (await ReadAsync("a")).ShouldBeNull();
        (await WriteAsync("a", null, 5)).ShouldBe(1);
    }

    [Theory]
    [InlineData("owner:alice@example.test", "owner:alice+shop@example.test")]
    [InlineData("owner:a", "owner:A")]
    [InlineData(null, "owner:x")]
    public async Task Different_keys_are_different_rows(string? one, string? other)
    {
        await WriteAsync(one, null, 1);
        await WriteAsync(other, null, 2);
        (await ReadAsync(one)).ShouldBe(((byte)1, 1));
        (await ReadAsync(other)).ShouldBe(((byte)2, 1));
    }

    [Fact]
    public async Task Of_many_first_writers_at_once_one_wins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => WriteAsync("race", null, (byte)i))));
        answers.Count(answer => answer == 1).ShouldBe(1);
        answers.Count(answer => answer is null).ShouldBe(15);
    }

    [Fact]
    public async Task Of_many_writers_of_one_version_at_once_one_wins()
    {
        await WriteAsync("race", null, 0);
        for (var version = 1; version <= 10; version++)
        {
            var expected = version;
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => WriteAsync("race", expected, (byte)i))));
            answers.Where(answer => answer is not null).ShouldBe([version + 1]);
        }
    }

    private Task<int?> WriteAsync(string? key, int? version, byte payload) => VersionAsync("WriteToStorageKey", key, version, payload);

    private async Task<int?> VersionAsync(string query, string? key, int? version, byte payload = 0)
    {
        var rows = await new OrleansSql(House).RunAsync(query,
            [.. Key(key), ("GrainStateVersion", DbType.Int32, version), ("PayloadBinary", DbType.Binary, new[] { payload })]);
        return rows.Count == 0 ? null : Convert.ToInt32(rows.Single()[0], CultureInfo.InvariantCulture);
    }

    private async Task<(byte? Payload, int Version)?> ReadAsync(string? key)
    {
        var rows = await new OrleansSql(House).RunAsync("ReadFromStorageKey", Key(key));
        return rows.Count == 0 ? null : (((byte[]?)rows.Single()[0])?[0], Convert.ToInt32(rows[0][1], CultureInfo.InvariantCulture));
    }

    private static (string, DbType, object?)[] Key(string? key) =>
    [
        ("GrainIdHash", DbType.Int32, 1), ("GrainIdN0", DbType.Int64, 0L), ("GrainIdN1", DbType.Int64, 0L), ("GrainTypeHash", DbType.Int32, 2),
        ("GrainTypeString", DbType.String, "owner"), ("GrainIdExtensionString", DbType.String, key), ("ServiceId", DbType.String, "uptime"),
    ];
}
