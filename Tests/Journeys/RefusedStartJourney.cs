using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Processes;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>A silo that cannot start says why, in sentences, and ends.</summary>
public sealed class RefusedStartJourney
{
    [Fact]
    public async Task Every_wrong_setting_is_named_at_once()
    {
        var (exitCode, errors) = await RefusedAsync("--Checks:Timeout=1h", "--Cluster:SiloPort=x", "--Email:Hots=mail");

        exitCode.ShouldBe(2);
        errors.ShouldContain("UptimeSquirrel cannot start, for 3 reasons:");
        errors.ShouldContain("Checks:Timeout is 01:00:00; expected 00:00:01 to 00:00:12.");
        errors.ShouldContain("Cluster:SiloPort is 'x'; expected a whole number.");
        errors.ShouldContain("Email:Hots is not a setting.");
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_its_setting()
    {
        using var other = new TcpListener(IPAddress.Any, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (exitCode, errors) = await RefusedAsync($"--Cluster:GatewayPort={port}");

        exitCode.ShouldBe(2);
        errors.ShouldContain($"Cluster:GatewayPort: port {port} cannot be used (another program listens there).");
    }

    [Fact]
    public async Task A_database_path_that_cannot_be_written_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", "");

        var (exitCode, errors) = await RefusedAsync($"--Database:ConnectionString=Data Source={file}/uptime.db");

        exitCode.ShouldBe(1);
        errors.ShouldContain($"{file}/uptime.db");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_second_silo_on_the_same_file_is_told_about_PostgreSQL()
    {
        using var folder = new TemporaryFolder();
        await using var first = await SiloProcess.StartAsync(folder.Path);
        await using var second = SiloProcess.Launch(folder.Path);

        (await second.Process.ExitAsync(TimeSpan.FromSeconds(30))).ShouldBe(1);
        second.Process.Errors.ShouldContain("PostgreSQL");
    }

    [Fact]
    public async Task A_PostgreSQL_that_refuses_the_password_or_is_not_there_is_named_without_the_password()
    {
        var port = SiloProcess.FreePorts(1)[0];

        var (exitCode, errors) = await RefusedAsync(
            $"--Database:ConnectionString=Host=127.0.0.1;Port={port};Database=uptime;Username=me;Password=secret123", "--Database:StartTimeout=1s");

        exitCode.ShouldBe(1);
        errors.ShouldContain($"127.0.0.1:{port}");
        errors.ShouldNotContain("secret123");
    }

    private static async Task<(int ExitCode, string Errors)> RefusedAsync(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        await using var silo = SiloProcess.Launch(folder.Path, arguments);
        var exitCode = await silo.Process.ExitAsync(TimeSpan.FromSeconds(60));
        return (exitCode, silo.Process.Errors);
    }
}
