using System.IO.Compression;
using Npgsql;
using NpgsqlTypes;

namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>What Zabbix server finds in its database: its own tables, and websites as its web pages would have put them there.</summary>
internal static class ZabbixTables
{
    /// <summary>The tables, as Debian's package has them.</summary>
    public const string Schema = "/usr/share/zabbix-server-pgsql/schema.sql.gz";

    // Type 19 is an HTTP agent, request method 3 is HEAD, retrieve mode 1 are the headers, value type 4 is text.
    private const string Websites =
        """
        insert into hosts (hostid, host, name, status)
        select number, 'website ' || number, 'website ' || number, 0 from unnest(@urls) with ordinality as w(url, number);
        insert into items (itemid, hostid, type, name, key_, url, delay, value_type, request_method, retrieve_mode, follow_redirects, status_codes, timeout, history, trends, status)
        select number, number, 19, 'head', 'head', url, @delay, 4, 3, 1, 1, '200-399', '4s', '14d', '0', 0 from unnest(@urls) with ordinality as w(url, number);
        insert into item_rtdata (itemid) select itemid from items;
        """;

    // What the server insists on. The rest of what comes with it are templates and pictures.
    private const string Least =
        """
        insert into hstgrp (groupid, name, internal) values (1, 'Discovered hosts', 1);
        insert into role (roleid, name, type) values (1, 'Administrators', 3);
        insert into users (userid, username, roleid) values (1, 'administrator', 1);
        insert into config (configid, discovery_groupid) values (1, 1);
        """;

    /// <param name="connectionString">Of an empty database.</param>
    /// <param name="urls">The websites.</param>
    /// <param name="every">Seconds between two checks of one of them.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task FillAsync(string connectionString, IEnumerable<string> urls, int every, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false;Command Timeout=120");
        await ExecuteAsync(source.CreateCommand(await ReadSchemaAsync(cancellationToken)), cancellationToken);
        await ExecuteAsync(source.CreateCommand(Least), cancellationToken);
        var websites = source.CreateCommand(Websites);
        websites.Parameters.AddWithValue("urls", NpgsqlDbType.Array | NpgsqlDbType.Text, urls.ToArray());
        websites.Parameters.AddWithValue("delay", $"{every}s");
        await ExecuteAsync(websites, cancellationToken);
    }

    private static async Task<string> ReadSchemaAsync(CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Schema);
        await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using (command)
            await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
