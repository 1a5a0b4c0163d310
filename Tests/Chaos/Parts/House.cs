using System.Globalization;
using UptimeSquirrel.Chaos.Faults;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;

namespace UptimeSquirrel.Chaos.Parts;

/// <summary>Everything that runs: PostgreSQL, mail server, websites, silos.</summary>
internal sealed class House : IAsyncDisposable
{
    private const int Owners = 50;

    private readonly string _folder;
    private readonly Programs _programs;
    private readonly int _websites;

    private House(string folder, Network.Network network, LocalPostgres database, MailServer mail, Targets targets, TimeProvider clock, ChaosSettings settings, Programs programs)
    {
        (_folder, _programs, _websites, Mail, Targets) = (folder, programs, settings.Websites, mail, targets);
        Scene = new Scene([.. Enumerable.Range(1, ChaosSettings.Silos).Select(number => Silo(number, network, database, clock))], database, network, clock);
    }

    public MailServer Mail { get; }
    public Targets Targets { get; }
    public Scene Scene { get; }

    /// <summary>Where clients find the silos.</summary>
    public string Gateways => string.Join(',', Scene.Silos.Select(silo => $"{Scene.Network.Silo(silo.Number)}:{GatewayPort(silo.Number)}"));

    /// <param name="folder">Where logs go.</param>
    /// <param name="network">Where everything has its address.</param>
    /// <param name="settings">How large the run is.</param>
    /// <param name="clock">The time.</param>
    /// <param name="programs">The version that is started first.</param>
    /// <param name="others">How many websites there are beyond those that are counted.</param>
    public static async Task<House> OpenAsync(string folder, Network.Network network, ChaosSettings settings, TimeProvider clock, Programs programs, int others = 0)
    {
        var postgres = LocalPostgres.FindPrograms() ?? throw new InvalidOperationException("This run needs PostgreSQL: install it (apt-get install postgresql).");
        var database = await LocalPostgres.StartAsync(postgres, network.Hub);
        var mail = await MailServer.StartAsync(new MailServerSetup { Address = network.Hub });
        return new House(folder, network, database, mail, new Targets(network, settings.Websites + others, clock), clock, settings, programs);
    }

    /// <summary>Starts all silos at the same moment.</summary>
    public async Task StartAsync()
    {
        foreach (var silo in Scene.Silos)
            silo.Start();
        await Eventually.TrueAsync(
            async () => (await Task.WhenAll(Scene.Silos.Select(silo => silo.IsReadyAsync()))).All(isReady => isReady),
            TimeSpan.FromMinutes(3), () => "The silos did not get ready.");
    }

    /// <summary>Registers the websites as a person would who moves here from elsewhere.</summary>
    public async Task RegisterAsync(TimeSpan interval)
    {
        var list = Path.Combine(_folder, "websites.csv");
        await File.WriteAllLinesAsync(list, Enumerable.Range(0, _websites)
            .Select(website => string.Create(CultureInfo.InvariantCulture, $"{Targets.Url(website)},owner{website % Owners},owner{website % Owners}@chaos.example,{interval.TotalSeconds:0}s"))
            .Prepend("url,owner,email,interval"));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Command.RunAsync("dotnet", _programs.Client, "import", list, "--cluster", Gateways);
                return;
            }
            catch (CommandFailedException) when (attempt < 8)
            {
                // A machine that has just started three silos may be too busy; registering again registers nothing twice.
            }
        }
    }

    /// <summary>Every website was looked at, and most a second time.</summary>
    public Task AllSeenAsync(TimeSpan patience) => Eventually.TrueAsync(
        () => Task.FromResult(Targets.Visits.Select(visit => visit.Website).Distinct().Count(website => website < _websites) == _websites),
        patience, () => "Not every website was looked at after it was registered.");

    public Task StopSilosAsync() => Task.WhenAll(Scene.Silos.Select(silo => silo.HoldAsync(Signals.Terminate, TimeSpan.FromSeconds(60))));

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in Scene.Silos)
            await silo.DisposeAsync();
        await Targets.DisposeAsync();
        await Mail.DisposeAsync();
        await Scene.Database.DisposeAsync();
    }

    /// <summary>What starts a silo of a version.</summary>
    public IReadOnlyList<string> CommandOf(int silo, Programs programs) => CommandOf(silo, programs, Scene.Network, Scene.Database);

    private SiloUnit Silo(int number, Network.Network network, LocalPostgres database, TimeProvider clock)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, $"silo{number}")).FullName;
        return new SiloUnit(number, folder, Http(number, network), CommandOf(number, _programs, network, database), clock);
    }

    private IReadOnlyList<string> CommandOf(int number, Programs programs, Network.Network network, LocalPostgres database)
    {
        var address = network.Silo(number);
        string[] settings =
        [
            $"--Database:ConnectionString={database.ConnectionString}",
            $"--Cluster:AdvertisedAddress={address}", $"--Cluster:SiloPort={11110 + number}", $"--Cluster:GatewayPort={GatewayPort(number)}",
            $"--Cluster:Region=region{number}", $"--Urls={Http(number, network)}",
            "--Checks:MinimumInterval=1s", "--Alerts:DigestWindow=0s", "--Alerts:MailsPerHour=0", $"--Checks:References={Targets.Reference}",
            "--Checks:MaximumPerAddress=100", $"--Checks:AllowedPrivateNetworks={network.Websites}", $"--Channels:AllowedPrivateNetworks={network.Websites}",
            "--Checks:FlappingOutages=0", $"--Checks:RecheckDelays={string.Join(',', ChaosSettings.RecheckDelays.Select(delay => $"{delay.TotalSeconds:0}s"))}",
            $"--Email:Host={network.Hub}", $"--Email:Port={Mail.Port}", "--Email:Security=None", "--Email:From=squirrel@chaos.example",
        ];
        return [.. network.PrefixFor(number), "dotnet", programs.Silo, .. settings.Where(programs.Has)];
    }

    private static string Http(int silo, Network.Network network) => $"http://{network.Silo(silo)}:{20080 + silo}";

    private static int GatewayPort(int silo) => 30000 + silo;
}
