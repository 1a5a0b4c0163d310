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
        errors.ShouldContain("PostgreSQL");
        errors.ShouldNotContain("--Cluster:SiloPort=");
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

    [Fact]
    public async Task A_broken_settings_file_and_a_lone_dash_are_named_together()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("appsettings.json", "{ \"Checks\": ");

        var (exitCode, errors) = await RefusedAsync(folder, "-Checks:Timeout=5s");

        exitCode.ShouldBe(2);
        errors.ShouldContain($"{Path.GetFileName(folder.Path)}/{Path.GetFileName(file)} cannot be read: line 1 is not JSON");
        errors.ShouldContain("-Checks:Timeout begins with one dash; expected --Checks:Timeout=value.");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_start_that_fails_unforeseen_is_one_sentence_without_a_stack()
    {
        using var folder = new TemporaryFolder();
        var port = SiloProcess.FreePorts(1)[0];
        await using var silo = SiloProcess.Launch(folder.Path, $"--Urls=http://127.0.0.1:{port};http://localhost:{port}");

        (await silo.Process.ExitAsync(TimeSpan.FromSeconds(60))).ShouldBe(1);

        silo.Process.Errors.ShouldContain("UptimeSquirrel cannot start:");
        silo.Process.Errors.ShouldContain($"IOException: Failed to bind to address http://127.0.0.1:{port}");
        (silo.Process.Output + silo.Process.Errors).ShouldNotContain("   at ");
    }

    private static async Task<(int ExitCode, string Errors)> RefusedAsync(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        return await RefusedAsync(folder, arguments);
    }

    private static async Task<(int ExitCode, string Errors)> RefusedAsync(TemporaryFolder folder, params string[] arguments)
    {
        await using var silo = SiloProcess.Launch(folder.Path, arguments);
        var exitCode = await silo.Process.ExitAsync(TimeSpan.FromSeconds(60));
        return (exitCode, silo.Process.Errors);
    }
}
