using UptimeSquirrel.Benchmarks.Load;
using UptimeSquirrel.Benchmarks.Targets;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>The product: one silo and a PostgreSQL server.</summary>
internal sealed class ProductContender : IContender
{
    private LoadDatabase? _database;
    private SiloUnderLoad? _silo;

    public string Name => "UptimeSquirrel and PostgreSQL";

    public string? MissingPackages => LocalPostgres.FindPrograms() is null ? "postgresql" : null;

    public IReadOnlyList<int> Processes => [_silo!.ProcessId, _database!.ProcessId!.Value];

    public string LastWords => "";

    public async Task StartAsync(BesidePlan plan, TargetProcess targets, CancellationToken cancellationToken)
    {
        _database = await LoadDatabase.OpenAsync("postgres");
        _silo = new SiloUnderLoad(_database.ConnectionString);
        await _silo.StartAsync(cancellationToken);
        var urls = Enumerable.Range(0, plan.Websites).Select(number => WebsiteUrl.Parse(targets.Url(number)));
        await _silo.RegisterAsync(urls, TimeSpan.FromSeconds(plan.Every), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_silo is not null)
            await _silo.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }
}
