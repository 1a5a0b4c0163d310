using System.Globalization;
using Npgsql;
using UptimeSquirrel.Benchmarks.Load;
using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Benchmarks.Targets;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>Zabbix server 6.0 with the same PostgreSQL as the product: a host for each website, with one item that sends the HEAD and keeps the headers.</summary>
internal sealed class ZabbixContender() : ToolContender("Zabbix server and PostgreSQL", user: "zabbix")
{
    private const string Server = "/usr/sbin/zabbix_server";
    private const int Pollers = 20;

    private LoadDatabase? _database;

    public override string? MissingPackages =>
        LocalPostgres.FindPrograms() is null ? "zabbix-server-pgsql postgresql" : File.Exists(Server) && File.Exists(ZabbixTables.Schema) ? null : "zabbix-server-pgsql";

    public override IReadOnlyList<int> Processes => [.. base.Processes, _database!.ProcessId!.Value];

    public override async Task StartAsync(BesidePlan plan, TargetProcess targets, CancellationToken cancellationToken)
    {
        _database = await LoadDatabase.OpenAsync("postgres");
        await ZabbixTables.FillAsync(_database.ConnectionString, Enumerable.Range(0, plan.Websites).Select(targets.Url), plan.Every, cancellationToken);
        Start(Server, "--foreground", "--config", Write("zabbix_server.conf", Settings(new NpgsqlConnectionStringBuilder(_database.ConnectionString))));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    private string Settings(NpgsqlConnectionStringBuilder database) => string.Create(CultureInfo.InvariantCulture,
        $"""
        DBHost={database.Host}
        DBPort={database.Port}
        DBName={database.Database}
        DBUser={database.Username}
        ListenIP=127.0.0.1
        ListenPort={FreePort.NextLow()}
        LogType=console
        PidFile={Folder}/zabbix_server.pid
        SocketDir={Folder}
        StartPollers={Pollers}
        CacheSize=128M
        HistoryCacheSize=32M
        HistoryIndexCacheSize=16M
        TrendCacheSize=16M
        ValueCacheSize=32M
        Timeout=4

        """);
}
