using UptimeSquirrel.Accounts;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Auditing;
using UptimeSquirrel.Silo.Settings;
using UptimeSquirrel.Web.Access.SetUp;

namespace UptimeSquirrel.Silo.Clients;

/// <summary>
/// <c>--setup-link</c>: prints a link that makes one more administrator, for an operator who has lost the way in. Whoever can start it has the settings
/// of the silos, and with them the database.
/// </summary>
internal static class SetUpLinkCommand
{
    public const string Argument = "--setup-link";
    private const int Attempts = 5;

    public static async Task<int> RunAsync(SiloSettings settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSingleton(TimeProvider.System);
        if (settings.IsPostgres)
            builder.Services.AddSingleton(_ => UptimeDatabase.Open(settings.Database.ConnectionString));
        builder.AddClusterClient(settings, Attempts);
        using var host = builder.Build();
        try
        {
            await host.StartAsync();
            var grains = host.Services.GetRequiredService<IGrainFactory>();
            var token = await grains.GetGrain<IUsersGrain>(0).IssueSetUpAsync(evenIfThereIsOne: true);
            await grains.GetGrain<IAuditGrain>(0).NoteAsync([new AuditEntry(0, TimeProvider.System.GetUtcNow(), $"operator on {Environment.MachineName}", "user.setup-link", "administrator", Detail: null, From: null)]);
            Console.WriteLine("Whoever opens this link can make an administrator, once:");
            Console.WriteLine(SetUpLink.Write(settings.PublicUrl, token ?? ""));
            await host.StopAsync();
            return 0;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(ClusterClient.Unreachable(settings, e));
            return 1;
        }
    }
}
