using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;

namespace UptimeSquirrel.Tests.Adapters.Email;

public sealed class MailKitNotifierTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hands_the_mail_over_and_reports_the_servers_words()
    {
        await using var mail = await MailServer.StartAsync();

        var answer = await TellAsync(mail);

        answer.ShouldBe(new DeliveryAnswer.Delivered("2.0.0 Ok: queued as 4F2A1"));
        var received = await mail.WaitForAsync(m => m.Subject == "DOWN: Shop (shop.example)");
        received.Sender.ShouldBe("alerts@monitor.example");
        received.Recipient.ShouldBe("ann@shop.example");
        received.LoggedInAs.ShouldBeNull();
        received.IsEncrypted.ShouldBeFalse();
    }

    [Theory]
    [InlineData(MailStep.Recipient, "550 5.1.1 No such user", true, "the recipient: 550 5.1.1 No such user")]
    [InlineData(MailStep.Recipient, "550 No such user", true, "the recipient: 550 No such user")]
    [InlineData(MailStep.Recipient, "451 4.2.1 Try later", false, "the recipient: 451 4.2.1 Try later")]
    [InlineData(MailStep.Recipient, "552 5.2.2 Mailbox full", false, "the recipient: 552 5.2.2 Mailbox full")]
    [InlineData(MailStep.Recipient, "550 5.2.2 Mailbox full", false, "the recipient: 550 5.2.2 Mailbox full")]
    [InlineData(MailStep.Recipient, "554 5.7.1 Relay access denied", false, "the recipient: 554 5.7.1 Relay access denied")]
    [InlineData(MailStep.Sender, "550 5.1.8 Unknown sender", false, "the sender (Email:From): 550 5.1.8 Unknown sender")]
    [InlineData(MailStep.Sender, "421 4.3.2 Shutting down", false, "the sender (Email:From): 421 4.3.2 Shutting down")]
    [InlineData(MailStep.Data, "451 4.3.0 Later", false, "DATA: 451 4.3.0 Later")]
    [InlineData(MailStep.Message, "554 5.6.0 Not this", true, "the message: 554 5.6.0 Not this")]
    [InlineData(MailStep.Message, "550 5.7.26 Sender not authenticated", false, "the message: 550 5.7.26 Sender not authenticated")]
    [InlineData(MailStep.Message, "452 4.3.1 Disk full", false, "the message: 452 4.3.1 Disk full")]
    public async Task Gives_up_only_what_is_refused_for_good(MailStep step, string line, bool isForGood, string reason)
    {
        await using var mail = await MailServer.StartAsync();
        mail.AnswerAt(step, line);

        var answer = await TellAsync(mail);

        var expected = $"127.0.0.1:{mail.Port} refused {reason}";
        answer.ShouldBe(isForGood ? new DeliveryAnswer.GiveUp(expected, IsChannelBroken: step == MailStep.Recipient) : new DeliveryAnswer.TryAgain(expected));
        mail.Messages.ShouldBeEmpty();
    }

    // By the real clock, and all at once: only the client knows that it has begun to wait.
    [Fact]
    public async Task Names_the_step_at_which_the_server_fell_silent()
    {
        MailStep[] steps = [MailStep.Greeting, MailStep.Hello, MailStep.Sender, MailStep.Recipient, MailStep.Data, MailStep.Message];

        var reasons = await Task.WhenAll(steps.Select(ReasonForSilenceAsync));

        reasons.ShouldBe(
        [
            "gave no answer within 3 seconds (at the greeting).",
            "gave no answer within 3 seconds (at EHLO).",
            "gave no answer within 3 seconds (at MAIL FROM).",
            "gave no answer within 3 seconds (at RCPT TO).",
            "gave no answer within 3 seconds (at DATA).",
            "gave no answer within 3 seconds (at taking over the message).",
        ]);
    }

    [Theory]
    [InlineData(MailStep.Greeting, "the greeting")]
    [InlineData(MailStep.Hello, "EHLO")]
    [InlineData(MailStep.Recipient, "RCPT TO")]
    [InlineData(MailStep.Message, "taking over the message")]
    public async Task Tries_again_when_the_connection_breaks(MailStep step, string name)
    {
        await using var mail = await MailServer.StartAsync();
        mail.DropAt(step);

        var answer = await TellAsync(mail);

        answer.ShouldBeOfType<DeliveryAnswer.TryAgain>().Reason.ShouldStartWith($"The connection to 127.0.0.1:{mail.Port} broke at {name}: ");
    }

    [Fact]
    public async Task Sends_one_mail_after_the_other_over_one_connection_and_says_good_bye_when_there_are_no_more()
    {
        await using var mail = await MailServer.StartAsync();
        mail.HangAt(MailStep.Quit);      // which must hold up nothing
        var clock = new FakeTimeProvider(Alerts.Now);
        using var notifier = Notifiers.Make(Notifiers.To(mail.Port), clock);

        foreach (var alert in (Alert[])[Alerts.Outage(), Alerts.Recovery(), Alerts.Outage("Blog")])
            (await notifier.DeliverAsync(alert, Alerts.Ann, Stop)).ShouldBeOfType<DeliveryAnswer.Delivered>();
        mail.ConnectionsMade.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(10));
        await mail.WaitForStepAsync(MailStep.Quit);
        (await notifier.DeliverAsync(Alerts.Outage(), Alerts.Ann, Stop)).ShouldBeOfType<DeliveryAnswer.Delivered>();

        mail.ConnectionsMade.ShouldBe(2);
        mail.Messages.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("421 4.4.2 Idle too long")]
    public async Task Does_not_mind_that_the_server_closed_an_idle_connection(string? lastWords)
    {
        await using var mail = await MailServer.StartAsync();
        using var notifier = Notifiers.Make(Notifiers.To(mail.Port));
        await notifier.DeliverAsync(Alerts.Outage(), Alerts.Ann, Stop);
        if (lastWords is null)
        {
            await mail.StopAsync();
            mail.StartAgain();
        }
        else
        {
            mail.AnswerOnceAt(MailStep.Sender, lastWords);
        }

        (await notifier.DeliverAsync(Alerts.Recovery(), Alerts.Ann, Stop)).ShouldBeOfType<DeliveryAnswer.Delivered>();

        mail.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Tries_again_while_nothing_listens_and_delivers_once_something_does()
    {
        await using var mail = await MailServer.StartAsync();
        await mail.StopAsync();

        var answer = await TellAsync(mail);
        mail.StartAgain();
        var later = await TellAsync(mail);

        answer.ShouldBe(new DeliveryAnswer.TryAgain(
            $"127.0.0.1:{mail.Port} refused the connection. Check Email:Host and Email:Port, and that the mail server runs."));
        later.ShouldBeOfType<DeliveryAnswer.Delivered>();
    }

    [Fact]
    public async Task Says_when_the_mail_server_has_no_such_name()
    {
        var options = Notifiers.To(25);
        options.Host = "mail.invalid";
        using var notifier = Notifiers.Make(options);

        var answer = await notifier.DeliverAsync(Alerts.Outage(), Alerts.Ann, Stop);

        answer.ShouldBeOfType<DeliveryAnswer.TryAgain>().Reason.ShouldContain("mail.invalid:25");
    }

    [Fact]
    public async Task Opens_no_more_connections_than_allowed()
    {
        await using var mail = await MailServer.StartAsync();
        var options = Notifiers.To(mail.Port);
        options.MaximumConnections = 2;
        using var notifier = Notifiers.Make(options);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            notifier.DeliverAsync(Alerts.Outage(), EmailAddress.Parse($"person{i}@shop.example"), Stop)));

        answers.ShouldAllBe(answer => answer is DeliveryAnswer.Delivered);
        mail.Messages.Count.ShouldBe(20);
        mail.MostConnections.ShouldBeLessThanOrEqualTo(3); // the third is one whose client has left already
    }

    [Fact]
    public async Task Waits_for_a_turn_only_as_long_as_for_an_answer()
    {
        await using var mail = await MailServer.StartAsync();
        mail.HangAt(MailStep.Recipient);
        var clock = new FakeTimeProvider(Alerts.Now);
        var options = Notifiers.To(mail.Port);
        options.MaximumConnections = 1;
        using var notifier = Notifiers.Make(options, clock);

        var first = notifier.DeliverAsync(Alerts.Outage(), Alerts.Ann, Stop);
        await mail.WaitForStepAsync(MailStep.Recipient);
        clock.Advance(TimeSpan.FromSeconds(1));
        var second = notifier.DeliverAsync(Alerts.Outage(), Alerts.Ann, Stop);
        var third = notifier.DeliverAsync(Alerts.Outage(), Alerts.Ann, Stop);
        clock.Advance(TimeSpan.FromSeconds(29));
        await first;
        clock.Advance(TimeSpan.FromSeconds(1));

        (await third).ShouldBe(new DeliveryAnswer.TryAgain(
            $"All connections to 127.0.0.1:{mail.Port} (1 at most) were busy for 30 seconds. If this happens often, raise Email:MaximumConnections."));
        await mail.StopAsync();
        await second;
    }

    [Fact]
    public async Task Ends_at_once_when_its_caller_gives_up()
    {
        await using var mail = await MailServer.StartAsync();
        mail.HangAt(MailStep.Recipient);
        using var giveUp = new CancellationTokenSource();
        using var notifier = Notifiers.Make(Notifiers.To(mail.Port));

        var telling = notifier.DeliverAsync(Alerts.Outage(), Alerts.Ann, giveUp.Token);
        await mail.WaitForStepAsync(MailStep.Recipient);
        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(telling);
    }

    [Fact]
    public async Task Keeps_addresses_out_of_the_log_and_the_words_in_the_record()
    {
        using var log = new LogRecorder();
        using var loggers = new LoggerFactory([log]);
        using var notifier = Notifiers.Make(Notifiers.To(25), new BrokenClock(), loggers.CreateLogger<MailKitNotifier>());

        var answer = await notifier.DeliverAsync(Alerts.Outage(), Alerts.Ann, Stop);

        log.At(LogLevel.Error).Single().ShouldContain("failed at connecting in a way nobody foresaw (InvalidOperationException)");
        log.ToString().ShouldNotContain("@");
        answer.ShouldBe(new DeliveryAnswer.TryAgain("Sending through 127.0.0.1:25 failed at connecting: Not now, ann@shop.example"));
    }

    private static async Task<string> ReasonForSilenceAsync(MailStep step)
    {
        await using var mail = await MailServer.StartAsync();
        mail.HangAt(step);
        var options = Notifiers.To(mail.Port);
        options.Timeout = TimeSpan.FromSeconds(3);
        var answer = await TellAsync(mail, options);
        return answer.ShouldBeOfType<DeliveryAnswer.TryAgain>().Reason.Replace($"127.0.0.1:{mail.Port} ", "");
    }

    private static async Task<DeliveryAnswer> TellAsync(MailServer mail, EmailOptions? options = null, TimeProvider? clock = null)
    {
        using var notifier = Notifiers.Make(options ?? Notifiers.To(mail.Port), clock);
        return await notifier.DeliverAsync(Alerts.Outage(), Alerts.Ann, Stop);
    }
}
