using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using UptimeSquirrel.Client;

namespace UptimeSquirrel.Tests.Client;

public sealed class SquirrelProcessTests
{
    [Fact]
    public async Task Help_goes_to_standard_output_and_is_fine()
    {
        var run = await SquirrelProcess.RunAsync(null, "--help");

        run.StandardOutput.ShouldContain("squirrel check https://shop.example https://blog.example");
        run.StandardError.ShouldBeEmpty();
        run.ExitCode.ShouldBe(ExitCode.Fine);
    }

    [Fact]
    public async Task A_mistake_goes_to_standard_error()
    {
        var run = await SquirrelProcess.RunAsync(null, "list", "--every", "5m");

        run.StandardOutput.ShouldBeEmpty();
        run.StandardError.ReplaceLineEndings("\n").ShouldBe("'--every' is not an option of 'squirrel list': 'squirrel list --help' lists them.\n");
        run.ExitCode.ShouldBe(ExitCode.Mistake);
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_is_named_with_what_to_do()
    {
        var nobody = $"127.0.0.1:{UnusedPort()}";

        var run = await SquirrelProcess.RunAsync(null, "list", "--json", "--cluster", nobody);

        run.StandardOutput.ShouldBeEmpty();
        run.StandardError.ReplaceLineEndings("\n").ShouldBe(
            $"No cluster answers at {nobody}. Start a silo ('dotnet run --project Silo' in the sources, 'systemctl start uptimesquirrel' where it is installed), or name another cluster with --cluster or SQUIRREL_CLUSTER.\n");
        run.ExitCode.ShouldBe(ExitCode.Unreachable);
    }

    [Fact]
    public async Task Something_that_listens_but_is_no_cluster_is_given_up_soon()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();

        var run = await SquirrelProcess.RunAsync(null, "list", "--cluster", mute.LocalEndpoint.ToString()!);

        run.StandardError.ShouldStartWith($"Something listens at {mute.LocalEndpoint}, but it did not let us in as a cluster in time.");
        run.ExitCode.ShouldBe(ExitCode.Unreachable);
        run.RunTime.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named_without_its_password()
    {
        var run = await SquirrelProcess.RunAsync(null, "list", "--cluster", $"Host=127.0.0.1;Port={UnusedPort()};Database=squirrel;Username=me;Password=hush");

        run.StandardError.ShouldStartWith("The cluster cannot be found through the database squirrel on 127.0.0.1:");
        run.StandardError.ShouldNotContain("hush");
        run.ExitCode.ShouldBe(ExitCode.Unreachable);
    }

    [Fact]
    public async Task Looking_at_a_port_where_nothing_listens_says_so_and_exits_with_one()
    {
        var url = $"http://127.0.0.1:{UnusedPort()}/";

        var run = await SquirrelProcess.RunAsync(null, "check", url, "--json");

        var look = JsonDocument.Parse(run.StandardOutput).RootElement.EnumerateArray().Single();
        look.GetProperty("url").GetString().ShouldBe(url);
        look.GetProperty("healthy").GetBoolean().ShouldBeFalse();
        look.GetProperty("statusCode").ValueKind.ShouldBe(JsonValueKind.Null);
        run.StandardError.ShouldBeEmpty();
        run.ExitCode.ShouldBe(ExitCode.Down);
    }

    [Fact]
    public async Task A_list_from_standard_input_is_looked_at_and_its_bad_lines_are_told()
    {
        var url = $"http://127.0.0.1:{UnusedPort()}/";

        var run = await SquirrelProcess.RunAsync($"# mine\n{url}\nftp://a.example\n", "check", "-");

        run.StandardOutput.ShouldContain(url);
        run.StandardError.ReplaceLineEndings("\n").ShouldBe("line 3: 'ftp://a.example' starts with 'ftp:'; only http://, https://, tcp://, tls://, dns://, ping:// and heartbeat:// can be watched.\n");
        run.ExitCode.ShouldBe(ExitCode.Mistake);
    }

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
