using UptimeSquirrel.Client;

namespace UptimeSquirrel.Tests.Client;

public sealed class MistakeTests
{
    [Theory]
    [InlineData("lst", "'lst' is not a command of 'squirrel': expected one of add, import, export, apply, list, status, history, check, pause, resume, remove, ack, mute, unmute, alerts, owner, maintenance, heartbeat, page, silos, watch, completion.")]
    [InlineData("--foo", "'--foo' is not an option of 'squirrel': 'squirrel --help' lists them.")]
    [InlineData("owner", "'squirrel owner' says nothing by itself: expected one of show, set, defaults, test, remove, quiet, digest, report, template, channel.")]
    [InlineData("owner channel", "'squirrel owner channel' says nothing by itself: expected one of add, list, remove, kinds.")]
    [InlineData("owner channel add web-team ntfy --set topic", "--set: expected name=value, or name=@path for a value in a file.")]
    [InlineData("owner channel add web-team ntfy --set topic=1 --set topic=2", "'topic' was given twice: expected one value.")]
    [InlineData("owner channel add web-team ntfy --set topic=@/nowhere/topic", "The value of 'topic' cannot be read: Could not find file '/nowhere/topic'.")]
    [InlineData("alerts me@", "'me@' is not an owner: expected 1 to 64 letters, digits, '.', '-' or '_', or an e-mail address.")]
    [InlineData("owner sow", "'sow' is not a command of 'squirrel owner': expected one of show, set, defaults, test, remove, quiet, digest, report, template, channel.")]
    [InlineData("add", "'squirrel add' needs URL: expected something like 'squirrel add https://shop.example --email me@shop.example'.")]
    [InlineData("add a.example b.example", "'b.example' is one value too many for 'squirrel add': 'squirrel add --help' shows what it takes.")]
    [InlineData("add ftp://a.example", "'ftp://a.example' starts with 'ftp:'; only http://, https://, tcp://, tls://, dns://, ping:// and heartbeat:// can be watched.")]
    [InlineData("add https://me:secret@a.example", "'https://***@a.example' was given with a user name or password in the address; leave them out.")]
    [InlineData("add a.example --every soon", "--every: 'soon' is not a length of time: expected something like 30s, 5m, 1h or a number of seconds.")]
    [InlineData("add a.example --timeout -1", "--timeout: '-1' is not a length of time: expected something like 30s, 5m, 1h or a number of seconds.")]
    [InlineData("add a.example --accept 99", "--accept: '99' is not a list of statuses: expected up to 20 codes from 100 to 599 or ranges of them, such as 200-299,301.")]
    [InlineData("add a.example --email me", "--email: 'me' is not an e-mail address: expected name@host.")]
    [InlineData("add a.example --owner a:b", "--owner: 'a:b' is not an owner: expected 1 to 64 letters, digits, '.', '-' or '_', or an e-mail address.")]
    [InlineData("list --standing dwn", "--standing: 'dwn' is not a standing: expected one of pending, up, suspect, down, paused.")]
    [InlineData("list --limit 0", "--limit: '0' is not a count: expected a whole number from 1.")]
    [InlineData("list --cluster http://a:1", "--cluster: 'http://a:1' is not a cluster: expected a gateway such as 127.0.0.1:30000, several with commas, or a PostgreSQL connection string.")]
    [InlineData("list --cluster Port=1;Password=hush", "--cluster: The cluster's connection string cannot be read: expected something like Host=db.example;Database=squirrel;Username=squirrel;Password=…")]
    [InlineData("history a.example --since ever", "--since: 'ever' is not a length of time: expected something like 30s, 5m, 1h or a number of seconds.")]
    [InlineData("status", "'squirrel status' needs URL|ID: expected something like 'squirrel status https://shop.example'.")]
    [InlineData("check a.example --timeout 90s", "--timeout: '90s' is not a time for one look: expected 1s to 12s.")]
    [InlineData("check heartbeat://nightly-backup", "heartbeat://nightly-backup cannot be looked at: the job calls the silos. 'squirrel status heartbeat://nightly-backup' says when it last did.")]
    [InlineData("add tcp://a.example", "'tcp://a.example' names no port: expected something like tcp://db.example.com:5432")]
    [InlineData("add a.example --certificate-warnings off --domain-warnings maybe", "--domain-warnings: 'maybe' is not a switch: expected on or off.")]
    [InlineData("owner defaults team --certificate-warnings on --domain-warnings 1", "--domain-warnings: '1' is not a switch: expected on or off.")]
    [InlineData("add heartbeat://a --grace soon", "--grace: 'soon' is not a length of time: expected something like 30s, 5m, 1h or a number of seconds.")]
    [InlineData("heartbeat", "'squirrel heartbeat' says nothing by itself: expected one of renew.")]
    [InlineData("check no-such-list.txt", "'no-such-list.txt' does not exist: expected an address, or a file with one a line.")]
    [InlineData("import no-such-list.txt", "'no-such-list.txt' does not exist: expected a file with one address a line, or '-' for standard input.")]
    [InlineData("owner set team", "No address was given for 'team': expected --email ADDRESS, or --no-email so that nobody is told.")]
    [InlineData("add a.example --parent ftp://b.example", "--parent: 'ftp://b.example' starts with 'ftp:'; only http://, https://, tcp://, tls://, dns://, ping:// and heartbeat:// can be watched.")]
    [InlineData("add a.example --parent b.example --no-parent", "--parent and --no-parent contradict each other: expected one of them.")]
    [InlineData("maintenance add", "It is not clear when the maintenance ends: expected either --to MOMENT or --for LENGTH.")]
    [InlineData("maintenance add --to 2026-12-24T22:00 --for 2h", "It is not clear when the maintenance ends: expected either --to MOMENT or --for LENGTH.")]
    [InlineData("maintenance add --cron @daily", "--cron says when it begins, but not how long it lasts: expected --for too, such as --for 2h.")]
    [InlineData("maintenance add --cron @daily --for 1h --from 2026-12-24T22:00", "--cron says when it begins again and again: expected it with --for, and without --from and --to.")]
    [InlineData("maintenance add --for 1h --tag a --website b.example", "--website and --tag cannot be given together: expected one of them, or neither for all websites of the owner.")]
    [InlineData("maintenance add --for 1h --zone Berlin", "--zone: 'Berlin' is not a time zone: expected a name such as Europe/Berlin, America/New_York or UTC.")]
    [InlineData("maintenance add --to tomorrow", "--to: 'tomorrow' is not a moment: expected something like '2026-12-24 22:00', or with its distance from UTC '2026-12-24 22:00+01:00'.")]
    [InlineData("owner set team --no-email --email a@b.example", "--email and --no-email contradict each other: expected one of them.")]
    public async Task A_mistake_is_told_in_one_line_on_the_error_stream_and_nothing_else(string arguments, string sentence)
    {
        var terminal = new TestTerminal();

        var exitCode = await terminal.RunAsync(arguments.Split(' '));

        terminal.Error.ShouldBe(sentence + "\n");
        terminal.Out.ShouldBeEmpty();
        exitCode.ShouldBe(ExitCode.Mistake);
    }

    [Theory]
    [InlineData("SQUIRREL_OWNER", "a:b", "SQUIRREL_OWNER: 'a:b' is not an owner: expected 1 to 64 letters, digits, '.', '-' or '_', or an e-mail address.")]
    [InlineData("SQUIRREL_CLUSTER", "a:b", "SQUIRREL_CLUSTER: 'a:b' is not a cluster: expected a gateway such as 127.0.0.1:30000, several with commas, or a PostgreSQL connection string.")]
    public async Task A_mistake_in_the_environment_is_told_with_the_name_of_the_variable(string name, string value, string sentence)
    {
        var terminal = new TestTerminal(width: null, (name, value));

        (await terminal.RunAsync("list")).ShouldBe(ExitCode.Mistake);

        terminal.Error.ShouldBe(sentence + "\n");
    }

    [Fact]
    public async Task A_mistake_cannot_command_the_terminal()
    {
        var terminal = new TestTerminal();

        await terminal.RunAsync("list", "--standing", "\u001b[31mred\u0007");

        terminal.Error.ShouldBe("--standing: 'red' is not a standing: expected one of pending, up, suspect, down, paused.\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("add")]
    [InlineData("import")]
    [InlineData("list")]
    [InlineData("status")]
    [InlineData("history")]
    [InlineData("check")]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("remove")]
    [InlineData("owner")]
    [InlineData("owner show")]
    [InlineData("owner set")]
    [InlineData("watch")]
    public async Task Every_command_has_help_with_examples(string command)
    {
        var terminal = new TestTerminal();

        var exitCode = await terminal.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        terminal.Out.ShouldContain("\nExamples:\n  squirrel " + (command.Length == 0 ? "add" : command.Split(' ')[0]));
        terminal.Error.ShouldBeEmpty();
        exitCode.ShouldBe(ExitCode.Fine);
    }
}
