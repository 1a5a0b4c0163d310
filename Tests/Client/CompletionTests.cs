using CliWrap;
using CliWrap.Buffered;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Client;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("squirrel own", "owner")]
    [InlineData("squirrel owner ch", "channel")]
    [InlineData("squirrel owner channel add web-team --af", "--after")]
    [InlineData("squirrel add https://shop.example --slow", "--slow-after")]
    [InlineData("squirrel --clus", "--cluster --cluster-id")]
    public async Task A_shell_completes_commands_and_options(string typed, string completed)
    {
        using var folder = new TemporaryFolder();
        var script = new TestTerminal();
        (await script.RunAsync("completion", "bash")).ShouldBe(0);
        var words = typed.Split(' ');

        var shell = await Cli.Wrap("bash").WithArguments(["-c", """
            source "$1"; shift
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _squirrel; echo "${COMPREPLY[*]}"
            """, "bash", folder.Write("squirrel.bash", script.Out), .. words]).ExecuteBufferedAsync(TestContext.Current.CancellationToken);

        shell.StandardOutput.Trim().ShouldBe(completed);
    }

    [Fact]
    public async Task A_shell_that_is_not_known_is_a_mistake()
    {
        var terminal = new TestTerminal();

        (await terminal.RunAsync("completion", "powershell")).ShouldBe(2);

        terminal.Error.Trim().ShouldBe("'powershell' is not a shell that is known here: expected bash or zsh.");
    }
}
