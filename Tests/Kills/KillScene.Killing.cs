using UptimeSquirrel.Tests.Support.Mail;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Kills;

// The occasions on which a silo is killed. Each returns what was told of that outage; null when there was no such moment.
internal sealed partial class KillScene
{
    /// <summary>Has the website go down and the silo killed at this moment, then starts the silo again and lets the website come back.</summary>
    /// <param name="moment">See <c>Tests/Faults/FaultPoints.cs</c>.</param>
    /// <param name="isPoked">Whether somebody asks for the owner after the start, so that the test need not wait for the owner's reminder.</param>
    public Task<Story?> KillAtAsync(string moment, bool isPoked) => TellAsync(
        async alreadyHere =>
        {
            await BeginAnewForAsync(moment);
            return await IsKilledAsync([moment], GoDownAsync, () => IsTold(alreadyHere, "DOWN"));
        },
        isPoked);

    /// <summary>The same with a silo that is killed once more, at the second moment, when it has been started again.</summary>
    public Task<Story?> KillTwiceAsync(string first, string second) => TellAsync(
        _ => IsKilledAsync([first, second], GoDownAsync, () => false));

    /// <summary>The same, with the silo killed from outside while the mail server keeps it waiting at this step.</summary>
    public Task<Story?> KillAtAsync(MailStep step) => TellAsync(
        async _ =>
        {
            // A silo keeps its connection to the mail server for a while, and would not come to the first steps again.
            await BeginAnewAsync();
            Mail.HangAt(step);
            await GoDownAsync();
            await Mail.WaitForStepAsync(step);
            (await _silo.Process.KillAsync()).ShouldBe(128 + 9);
            Mail.BehaveAgain();
            return true;
        });

    /// <summary>Has the silo killed at a moment of the end of an earlier outage, before the website goes down again.</summary>
    public Task<Story?> KillBeforeAsync(string moment) => TellAsync(
        _ => IsKilledAsync([moment], () => Task.CompletedTask, () => true, afterwards: TimeSpan.FromMinutes(3)));

    /// <summary>Has the silo killed at a moment of the reminder that the website is still down. The scene has to remind after 20 s.</summary>
    public Task<Story?> KillWhenRemindingAsync(string moment) => TellAsync(
        async alreadyHere =>
        {
            await GoDownAsync();
            await ToldAsync(alreadyHere, "DOWN");
            await NothingWaitsAsync();
            return await IsKilledAsync([moment], () => Task.CompletedTask, () => IsTold(alreadyHere, "STILL DOWN"));
        },
        isPoked: false, "DOWN", "STILL DOWN");

    /// <summary>Has the silo killed at a moment of the news for the operator that a channel is gone, which it finds when it tells the outage.</summary>
    public Task<Story?> KillWhenAChannelBreaksAsync(string moment) => TellAsync(
        async alreadyHere =>
        {
            await using var gone = Receiver.Start();
            gone.Answer = Receiver.Json("{}", 410);
            await _squirrel.MustAsync("owner", "set", "operator", "--email", "ops@shop.example");
            var channel = (await _squirrel.MustAsync("owner", "channel", "add", "team", "webhook", "--set", $"url={gone.Url}", "--json")).Json.GetProperty("id").GetString()!;
            var isReached = await IsKilledAsync([moment], GoDownAsync, () => IsTold(alreadyHere, "CHANNEL BROKEN"));
            await RunsAgainAsync();
            await ToldAsync(alreadyHere, "CHANNEL BROKEN");
            await _squirrel.MustAsync("owner", "channel", "remove", "team", channel);
            return isReached;
        });

    /// <summary>Has the silo killed at a moment of an outage of which the database stores nothing; it stores again when the outage was told.</summary>
    public Task<Story?> KillWhileNothingIsStoredAsync(string moment) => TellWithoutDatabaseAsync(
        alreadyHere => IsKilledAsync([moment], GoDownAsync, () => IsTold(alreadyHere, "DOWN"), afterwards: TimeSpan.FromSeconds(8)),
        () => Task.FromResult(false));

    /// <summary>The same at a moment after the database stores again, when what waits on the disk is handed over.</summary>
    public Task<Story?> KillWhenStoredAgainAsync(string moment) => TellWithoutDatabaseAsync(
        async _ =>
        {
            await BeginAnewForAsync(moment);
            await GoDownAsync();
            return false;
        },
        () => IsKilledAsync([moment], () => Task.CompletedTask, () => SpooledBytes == 0));

    private Task<Story?> TellWithoutDatabaseAsync(Func<int, Task<bool>> killBeforeAsync, Func<Task<bool>> killAfterAsync) => TellAsync(
        async alreadyHere =>
        {
            await _database.RefuseAsync(_folder.Path);
            var isReached = await killBeforeAsync(alreadyHere);
            await RunsAgainAsync();
            await ToldAsync(alreadyHere, "DOWN");
            await _database.StoreAgainAsync(_folder.Path);
            return await killAfterAsync() || isReached;
        });

    // An owner sets reminders with the first alert that it accepts in its life, and then leaves them alone for a while.
    private Task BeginAnewForAsync(string moment) => moment.Contains("reminder", StringComparison.Ordinal) ? BeginAnewAsync() : Task.CompletedTask;

    private async Task BeginAnewAsync()
    {
        await _silo.Process.KillAsync();
        await RunsAgainAsync();
        await StandsAsync("up");
    }

    private Task GoDownAsync()
    {
        _shop.Answer = Answers.Status(503);
        return Task.CompletedTask;
    }
}
