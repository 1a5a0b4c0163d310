using Microsoft.Data.Sqlite;
using UptimeSquirrel.Client.Importing.Foreign;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Client.Importing.UptimeKuma;

/// <summary>The database of Uptime Kuma, <c>kuma.db</c>. A copy of it is read, so that it may be in use.</summary>
internal static class KumaDatabase
{
    public static bool Recognises(ReadOnlySpan<byte> start) => start.StartsWith("SQLite format 3\0"u8);

    /// <param name="start">The beginning of the file.</param>
    /// <param name="rest">What follows it.</param>
    /// <param name="path">Where it is, for the latest changes, which are beside it while it is in use; null when that is not known.</param>
    /// <param name="choices">How to read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CallerMistakeException">It is a database of something else, or broken.</exception>
    public static async Task<ListContent> ReadAsync(MemoryStream start, Stream rest, string? path, ReadingChoices choices, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("squirrel-import-");
        try
        {
            var copy = Path.Combine(folder.FullName, "kuma.db");
            await using (var file = File.Create(copy))
            {
                start.WriteTo(file);
                await rest.CopyToAsync(file, cancellationToken);
            }
            if (path is not null && File.Exists(path + "-wal"))
                File.Copy(path + "-wal", copy + "-wal");
            return Read(copy, choices);
        }
        catch (SqliteException exception)
        {
            throw new CallerMistakeException($"The database cannot be read: {exception.Message.TrimEnd('.')}. Expected kuma.db of Uptime Kuma.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ListContent Read(string path, ReadingChoices choices)
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        database.Open();
        return Read(database, choices);
    }

    private static ListContent Read(SqliteConnection database, ReadingChoices choices)
    {
        var tables = Rows(database, "SELECT name FROM sqlite_master WHERE type = 'table'").Select(row => row.Text("name")).ToHashSet();
        if (!tables.Contains("monitor"))
            throw new CallerMistakeException("The database has no table 'monitor': expected kuma.db of Uptime Kuma.");
        var content = new ListContent { Source = "Uptime Kuma (kuma.db)" };
        KumaBackup.Read(Rows(database, tables.Contains("monitor_tag") && tables.Contains("tag") ? MonitorsWithTags : "SELECT * FROM monitor ORDER BY id"), choices, content);
        foreach (var channel in tables.Contains("notification") ? Rows(database, "SELECT * FROM notification ORDER BY id") : [])
            content.Remark(KumaChannel.Remark(channel));
        if (tables.Contains("maintenance") && Rows(database, "SELECT * FROM maintenance").Count is > 0 and var windows)
            content.Remark($"{Output.Wording.Count(windows, "maintenance window")} of Uptime Kuma {(windows == 1 ? "was" : "were")} left out: 'squirrel maintenance add' plans {(windows == 1 ? "it" : "them")} here.");
        return content;
    }

    private const string MonitorsWithTags = """
        SELECT monitor.*, (SELECT json_group_array(json_object('name', tag.name, 'value', monitor_tag.value))
                           FROM monitor_tag JOIN tag ON tag.id = monitor_tag.tag_id WHERE monitor_tag.monitor_id = monitor.id) AS tags
        FROM monitor ORDER BY monitor.id
        """;

    // Columns came and went over the years, so every row is read as whatever it holds.
    private static List<Fields> Rows(SqliteConnection database, string query)
    {
        using var command = database.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<Fields>();
        while (reader.Read())
        {
            rows.Add(new Fields(JsonText.Of(writer =>
            {
                writer.WriteStartObject();
                for (var i = 0; i < reader.FieldCount; i++)
                    if (!reader.IsDBNull(i) && reader.GetFieldType(i) != typeof(byte[]))
                        writer.WriteString(reader.GetName(i), Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture));
                writer.WriteEndObject();
            })));
        }
        return rows;
    }
}
