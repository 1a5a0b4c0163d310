using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using UptimeSquirrel.Adapters.Database.Journal;

namespace UptimeSquirrel.Adapters.Database.Reading;

/// <summary>Teaches Dapper how both databases keep moments and ids, so that one query text can read from either.</summary>
internal static class DapperTypes
{
    private static readonly Lazy<bool> _registered = new(() =>
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.AddTypeHandler(new MomentHandler());
        SqlMapper.AddTypeHandler(new IdHandler());
        return true;
    });

    public static void Register() => _ = _registered.Value;

    private sealed class MomentHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            parameter.Value = parameter is SqliteParameter ? StoredNumbers.UnixMicroseconds(value) : value.UtcDateTime;

        public override DateTimeOffset Parse(object value) =>
            value is DateTime moment
                ? new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc))
                : StoredNumbers.FromUnixMicroseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }

    private sealed class IdHandler : SqlMapper.TypeHandler<Guid>
    {
        public override void SetValue(IDbDataParameter parameter, Guid value) =>
            parameter.Value = parameter is SqliteParameter ? value.ToString() : value;

        public override Guid Parse(object value) => value is Guid id ? id : Guid.Parse((string)value);
    }
}
