using System.Net;
using Npgsql;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;
using UptimeSquirrel.Tests.Support.Processes;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>
/// What docker-compose.yml describes, without Docker: as many silos as it says, with the environment it gives them. Only addresses, ports and
/// waiting times are the test's own.
/// </summary>
public sealed class ComposeJourney(PostgresServer postgres) : IAsyncLifetime
{
    private readonly ComposeFile _compose = ComposeFile.Read();
    private readonly TemporaryFolder _folder = new();
    private readonly List<RunningProcess> _silos = [];
    private MailServer _mail = null!;
    private string _database = "";

    public async ValueTask InitializeAsync()
    {
        _mail = await MailServer.StartAsync();
        _database = await postgres.CreateDatabaseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in _silos)
            await silo.DisposeAsync();
        await _mail.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_silos_of_the_compose_file_form_a_cluster_and_tell_that_the_demo_is_off()
    {
        await using var demo = await LocalWebsite.StartAsync();
        var environments = Enumerable.Range(0, _compose.Replicas("silo")).Select(_ => SiloEnvironment()).ToList();
        foreach (var environment in environments)
            _silos.Add(RunningProcess.StartDotnet(Built.Silo, [], _folder.Path, environment));
        foreach (var environment in environments)
            await Eventually.GetAsync(() => AskHealthAsync(environment), answer => answer.Contains("one of 3\"", StringComparison.Ordinal), TimeSpan.FromSeconds(90));

        var squirrel = new Squirrel(_folder.Path, Local(_compose.Environment("squirrel")["SQUIRREL_CLUSTER"]));
        await squirrel.MustAsync("add", demo.Url.Text, "--every", "2s", "--email", "you@example.org");
        await demo.DisposeAsync();

        var mail = await _mail.WaitForAsync(mail => mail.Subject.StartsWith("DOWN", StringComparison.Ordinal));
        mail.Recipient.ShouldBe("you@example.org");
    }

    [Fact]
    public async Task The_health_question_fails_where_no_silo_answers()
    {
        await using var question = RunningProcess.StartDotnet(Built.Silo, ["--health"], _folder.Path, SiloEnvironment());

        (await question.ExitAsync(TimeSpan.FromSeconds(30))).ShouldBe(1);
        question.Errors.ShouldStartWith("No silo answers at http://");
    }

    private async Task<string> AskHealthAsync(Dictionary<string, string> environment)
    {
        _silos.ShouldAllBe(silo => !silo.HasExited, string.Join('\n', _silos.Select(silo => silo.Output + silo.Errors)));
        await using var question = RunningProcess.StartDotnet(Built.Silo, ["--health"], _folder.Path, environment);
        await question.ExitAsync(TimeSpan.FromSeconds(30));
        return question.Output;
    }

    private Dictionary<string, string> SiloEnvironment()
    {
        var environment = _compose.Environment("silo");
        var ports = SiloProcess.FreePorts(3);
        environment["Database__ConnectionString"] = Local(environment["Database__ConnectionString"]);
        environment["SQUIRREL_CLUSTER"] = Local(environment["SQUIRREL_CLUSTER"]);
        environment["Email__Host"].ShouldBe("mail");
        environment["Email__Host"] = MailServer.Host;
        environment["Email__Port"] = $"{_mail.Port}";
        environment["Checks__AllowedPrivateNetworks"] += $",{IPAddress.Loopback}/32";
        environment["Checks__MinimumInterval"] = "1s";
        environment["Checks__RecheckDelays"] = "1s,1s";
        environment["Cluster__AdvertisedAddress"] = $"{IPAddress.Loopback}";
        environment["Cluster__SiloPort"] = $"{ports[0]}";
        environment["Cluster__GatewayPort"] = $"{ports[1]}";
        environment["Urls"] = $"http://0.0.0.0:{ports[2]}";
        return environment;
    }

    // The same connection string, but for who answers it here; the server of the tests trusts whoever asks.
    private string Local(string connectionString)
    {
        var theirs = new NpgsqlConnectionStringBuilder(connectionString);
        _compose.Services.ShouldContain(theirs.Host);
        _compose.Environment(theirs.Host!)["POSTGRES_DB"].ShouldBe(theirs.Database);
        _compose.Environment(theirs.Host!)["POSTGRES_USER"].ShouldBe(theirs.Username);
        _compose.Environment(theirs.Host!)["POSTGRES_PASSWORD"].ShouldBe(theirs.Password);
        var here = new NpgsqlConnectionStringBuilder(_database);
        (theirs.Host, theirs.Port, theirs.Database, theirs.Username, theirs.Password) = (here.Host, here.Port, here.Database, here.Username, here.Password);
        return theirs.ConnectionString;
    }
}
