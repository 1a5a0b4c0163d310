using Npgsql;
using NpgsqlTypes;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>Writes attempts to tell somebody something.</summary>
internal static class DeliveryColumns
{
    private const string Sql =
        """
        insert into delivery (alert_id, channel, recipient, attempt, at, outcome, owner, answer, subject)
        select * from unnest(@alert, @channel, @recipient, @attempt, @at, @outcome, @owner, @answer, @subject)
          as b(alert_id, channel, recipient, attempt, at, outcome, owner, answer, subject)
        order by alert_id, channel, recipient, attempt
        on conflict do nothing
        """;

    public static NpgsqlBatchCommand Insert(IReadOnlyCollection<Delivery> rows) => new(Sql)
    {
        Parameters =
        {
            Columns.Of("alert", NpgsqlDbType.Text, rows, row => StoredText.Clean(row.AlertId)),
            Columns.Of("channel", NpgsqlDbType.Text, rows, row => StoredText.Clean(row.Channel)),
            Columns.Of("recipient", NpgsqlDbType.Text, rows, row => StoredText.Clean(row.Recipient)),
            Columns.Of("attempt", NpgsqlDbType.Integer, rows, row => row.Attempt),
            Columns.Of("at", NpgsqlDbType.TimestampTz, rows, row => row.At.UtcDateTime),
            Columns.Of("outcome", NpgsqlDbType.Smallint, rows, row => (short)row.Outcome),
            Columns.Of("owner", NpgsqlDbType.Text, rows, row => row.Owner.Text),
            Columns.Of("answer", NpgsqlDbType.Text, rows, row => StoredText.Clean(row.Answer)),
            Columns.Of("subject", NpgsqlDbType.Text, rows, row => StoredText.Clean(row.Subject)),
        },
    };
}
