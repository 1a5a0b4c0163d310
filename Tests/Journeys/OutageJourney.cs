using System.Data.Common;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>The main road: a website goes down and comes back, and its owner gets one mail for each. On both databases.</summary>
public abstract class OutageJourney
{
    private protected abstract Task<Journey> BeginAsync();

    /// <summary>When the reminders began and how often they come, as the database has it.</summary>
    private protected abstract DbConnection Connect(Journey journey);

    [Fact]
    public async Task An_owner_gets_one_mail_when_a_website_goes_down_and_one_when_it_is_back()
    {
        await using var journey = await BeginAsync();
        await using var shop = await LocalWebsite.StartAsync();
        var url = shop.Url.Text;

        var added = await journey.Squirrel.MustAsync("add", url, "--owner", "team", "--email", "alice@shop.example", "--name", "Shop", "--every", "1s", "--tag", "prod", "--json");
        added.Json.GetProperty("standing").GetString().ShouldBe("up");
        added.Json.GetProperty("intervalSeconds").GetDouble().ShouldBe(1);

        shop.Answer = Answers.Status(503, "Service Unavailable");
        var down = await journey.Mail.WaitForAsync(mail => mail.Subject.Contains("DOWN", StringComparison.Ordinal));
        down.Recipient.ShouldBe("alice@shop.example");
        down.Text.ShouldContain("The server answered 503 (Service Unavailable)");
        down.Text.ShouldContain(url);

        var status = await journey.Squirrel.RunAsync("status", url, "--owner", "team", "--json");
        status.ExitCode.ShouldBe(1);
        status.Json.GetProperty("standing").GetString().ShouldBe("down");
        status.Json.GetProperty("incident").GetProperty("reason").GetString().ShouldStartWith("The server answered 503");
        (await journey.Squirrel.MustAsync("list", "--standing", "down", "--json")).Json.GetArrayLength().ShouldBe(1);

        shop.Answer = Answers.Ok;
        var back = await journey.Mail.WaitForAsync(mail => mail.Message.InReplyTo is not null);
        back.Subject.ShouldStartWith("UP");
        back.Message.InReplyTo.ShouldBe(down.Message.MessageId);
        await journey.StandsAsync(url, "up");

        var history = (await journey.Squirrel.MustAsync("history", url, "--json")).Json;
        history.GetProperty("incidents").GetArrayLength().ShouldBe(1);
        history.GetProperty("incidents")[0].GetProperty("endedAt").GetString().ShouldNotBeNull();
        journey.Mail.Messages.Count.ShouldBe(2);
        journey.Silo.Process.Output.ShouldNotContain("fail:");
        journey.Silo.Process.Output.ShouldNotContain("Polly", Case.Sensitive, "Orleans tells of every activation through it; that is nobody's log line.");
    }

    [Fact]
    public async Task After_a_crash_every_website_standing_incident_and_undelivered_alert_is_there_again()
    {
        await using var journey = await BeginAsync();
        await using var good = await LocalWebsite.StartAsync();
        await using var bad = await LocalWebsite.StartAsync();
        bad.Answer = Answers.Status(500);
        await journey.Mail.StopAsync();
        await journey.Squirrel.MustAsync("add", good.Url.Text, "--every", "2s", "--email", "alice@shop.example");
        await journey.Squirrel.MustAsync("add", bad.Url.Text, "--every", "2s", "--email", "alice@shop.example");
        await journey.StandsAsync(bad.Url.Text, "down");
        await Support.Eventually.GetAsync(
            async () => (await journey.Squirrel.MustAsync("owner", "show", "alice@shop.example", "--json")).Json.GetProperty("waitingAlerts").GetInt32(), waiting => waiting == 1);
        var before = (await journey.Squirrel.RunAsync("status", bad.Url.Text, "--json")).Json;

        var schedule = await ReadScheduleAsync(journey);
        schedule.Count.ShouldBe(3);

        await journey.Silo.Process.KillAsync();
        (await ReadScheduleAsync(journey)).ShouldBe(schedule);
        journey.Mail.StartAgain();
        await journey.Silo.StartAgainAsync();

        var after = (await journey.Squirrel.RunAsync("status", bad.Url.Text, "--json")).Json;
        after.GetProperty("standing").GetString().ShouldBe("down");
        after.GetProperty("since").GetString().ShouldBe(before.GetProperty("since").GetString());
        after.GetProperty("incident").GetProperty("startedAt").GetString().ShouldBe(before.GetProperty("incident").GetProperty("startedAt").GetString());
        await journey.StandsAsync(good.Url.Text, "up");
        (await ReadScheduleAsync(journey)).ShouldBe(schedule);

        // Nobody asks for the owner: its reminder, once a minute, brings the outbox back.
        await Support.Eventually.HoldsAsync(() => journey.Mail.Messages.Count > 0, TimeSpan.FromSeconds(90));
        journey.Mail.Messages[0].Recipient.ShouldBe("alice@shop.example");
        var looks = good.Requests.Count;
        await Support.Eventually.TrueAsync(() => good.Requests.Count >= looks + 2, () => "The website was not checked after the crash.");
        journey.Mail.Messages.Count.ShouldBe(1);
    }

    private async Task<List<string>> ReadScheduleAsync(Journey journey)
    {
        await using var connection = Connect(journey);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();

        // The one for the owner's next moment is set anew when the owner is in memory again.
        command.CommandText = "select grain_id, start_at, period_ms from us_reminder where name <> 'moment' order by grain_id";
        await using var reader = await command.ExecuteReaderAsync();
        var schedule = new List<string>();
        while (await reader.ReadAsync())
            schedule.Add($"{reader.GetValue(0)} {reader.GetValue(1)} {reader.GetValue(2)}");
        return schedule;
    }
}
