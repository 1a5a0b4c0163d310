using System.Globalization;
using Microsoft.Data.Sqlite;
using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.UptimeKuma;

/// <summary>The database of Uptime Kuma, <c>kuma.db</c>. A copy of it is read, so that it may be in use.</summary>
internal static class KumaDatabase
{
    private const int MostCharacters = 40_000_000;

    public static bool Recognises(ReadOnlySpan<byte> start) => start.StartsWith("SQLite format 3\0"u8);

    /// <param name="start">The beginning of the file.</param>
    /// <param name="rest">What follows it.</param>
    /// <param name="latestChanges">Where its latest changes are, which stand beside it while it is in use, if there are any; null when that is not known.</param>
    /// <param name="choices">How to read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NoListException">It is a database of something else, or broken.</exception>
    public static async Task<ListContent> ReadAsync(MemoryStream start, Stream rest, string? latestChanges, ReadingChoices choices, CancellationToken cancellationToken)
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
            if (latestChanges is not null && File.Exists(latestChanges))
                File.Copy(latestChanges, copy + "-wal");
            return Read(copy, choices);
        }
        catch (SqliteException exception)
        {
            throw new NoListException($"The database cannot be read: {exception.Message.TrimEnd('.')}. Expected kuma.db of Uptime Kuma.");
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
        if (choices.IsStrangers)
            KumaGuard.Put(database);
        return Read(database, choices);
    }

    private static ListContent Read(SqliteConnection database, ReadingChoices choices)
    {
        var tables = Rows(database, choices, "SELECT name FROM sqlite_master WHERE type = 'table'").Select(row => row.Text("name")).ToHashSet();
        if (!tables.Contains("monitor"))
            throw new NoListException("The database has no table 'monitor': expected kuma.db of Uptime Kuma.");
        var content = new ListContent { Source = "Uptime Kuma (kuma.db)", Most = choices.MostEntries };
        KumaBackup.Read(Rows(database, choices, tables.Contains("monitor_tag") && tables.Contains("tag") ? MonitorsWithTags : "SELECT * FROM monitor ORDER BY id"), choices, content);
        foreach (var channel in tables.Contains("notification") ? Rows(database, choices, "SELECT * FROM notification ORDER BY id") : [])
            content.Remark(KumaChannel.Remark(channel));
        if (tables.Contains("maintenance") && Rows(database, choices, "SELECT * FROM maintenance").Count is > 0 and var windows)
            content.Remark($"{Counted.Of(windows, "maintenance window")} of Uptime Kuma {(windows == 1 ? "was" : "were")} left out: 'squirrel maintenance add' plans {(windows == 1 ? "it" : "them")} here.");
        return content;
    }

    private static NoListException TooMuch() => new("The database holds more than can be read: expected kuma.db of Uptime Kuma, or 'squirrel import', which takes larger ones.");

    private const string MonitorsWithTags = """
        SELECT monitor.*, (SELECT json_group_array(json_object('name', tag.name, 'value', monitor_tag.value))
                           FROM monitor_tag JOIN tag ON tag.id = monitor_tag.tag_id WHERE monitor_tag.monitor_id = monitor.id) AS tags
        FROM monitor ORDER BY monitor.id
        """;

    // Columns came and went over the years, so every row is read as whatever it holds.
    private static List<Fields> Rows(SqliteConnection database, ReadingChoices choices, string query)
    {
        using var command = database.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<Fields>();
        var characters = 0L;
        while (reader.Read())
        {
            if (rows.Count == choices.MostEntries)
                throw TooMuch();
            rows.Add(new Fields(JsonText.Of(writer =>
            {
                writer.WriteStartObject();
                for (var i = 0; i < reader.FieldCount; i++)
                    if (!reader.IsDBNull(i) && reader.GetFieldType(i) != typeof(byte[]))
                        writer.WriteString(Counting(reader.GetName(i)), Counting(Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!));
                writer.WriteEndObject();
            })));
        }
        return rows;

        // A small file can be unfolded into a large one by what its columns compute.
        string Counting(string text) => (characters += text.Length) > MostCharacters && choices.IsStrangers ? throw TooMuch() : text;
    }
}
