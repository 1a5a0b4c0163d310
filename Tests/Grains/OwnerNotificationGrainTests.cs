using UptimeSquirrel.Checks;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Mail;

namespace UptimeSquirrel.Tests.Grains;

public sealed class OwnerNotificationGrainTests : IAsyncLifetime
{
    private GrainHouse _house = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await GrainHouse.OpenAsync();
        await _house.Owner().SetEmailsAsync([EmailAddress.Parse("alice@shop.example")]);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task An_alert_handed_over_twice_is_told_once()
    {
        await _house.Owner().AcceptAsync(Down(1));
        await _house.Owner().AcceptAsync(Down(1));
        await _house.Owner().AcceptAsync(Down(2));

        await SentAsync(2);
    }

    [Fact]
    public async Task What_a_mail_server_refuses_for_now_is_told_later()
    {
        _house.Mail.AnswerAt(MailStep.Recipient, "451 4.3.0 Come back later");
        await _house.Owner().AcceptAsync(Down(1));
        await FailedAsync();
        (await _house.Owner().GetStatusAsync()).LastFailure.ShouldNotBeNull().ShouldContain("451");

        _house.Mail.BehaveAgain();
        _house.Clock.Advance(TimeSpan.FromSeconds(10));

        await SentAsync(1);
        (await _house.Owner().GetStatusAsync()).WaitingAlerts.ShouldBe(0);
    }

    [Fact]
    public async Task A_recipient_refused_for_good_is_given_up_with_a_record()
    {
        _house.Mail.AnswerAt(MailStep.Recipient, "550 5.1.1 No such user");
        await _house.Owner().AcceptAsync(Down(1));

        var deliveries = await Eventually.GetAsync(
            () => _house.History.GetDeliveriesAsync(OwnerId.Parse("team"), 10), seen => seen.Count == 1);
        (deliveries[0].Outcome, deliveries[0].Recipient, deliveries[0].Attempt).ShouldBe((DeliveryOutcome.GaveUp, "alice@shop.example", 1));
        deliveries[0].Answer.ShouldContain("550");
        (await _house.Owner().GetStatusAsync()).WaitingAlerts.ShouldBe(0);
    }

    [Fact]
    public async Task An_alert_accepted_before_a_restart_is_told_after_it()
    {
        await _house.Mail.StopAsync();
        await _house.Owner().AcceptAsync(Down(1));
        await FailedAsync();

        await _house.RestartAsync();
        _house.Mail.StartAgain();

        // Nobody calls the owner's grain: its reminder does.
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        await SentAsync(1);
    }

    [Fact]
    public async Task A_server_that_hangs_does_not_keep_alerts_from_being_accepted()
    {
        _house.Mail.HangAt(MailStep.Data);
        await _house.Owner().AcceptAsync(Down(1));
        await _house.Mail.WaitForStepAsync(MailStep.Data);

        await _house.Owner().AcceptAsync(Down(2));
        (await _house.Owner().GetStatusAsync()).WaitingAlerts.ShouldBe(2);
    }

    [Fact]
    public async Task Hundreds_of_alerts_at_once_are_all_accepted_and_all_told()
    {
        await Task.WhenAll(Enumerable.Range(1, 300).Select(number => _house.Owner().AcceptAsync(Down(number))));

        await SentAsync(300);
        _house.Mail.Messages.Select(mail => mail.Message.MessageId).Distinct().Count().ShouldBe(300);
    }

    [Fact]
    public async Task An_owner_whose_name_is_a_mail_address_with_a_plus_has_an_outbox_of_its_own()
    {
        await _house.Owner("a+b@shop.example").SetEmailsAsync([EmailAddress.Parse("a+b@shop.example")]);
        await _house.RestartAsync();

        (await _house.Owner("a+b@shop.example").GetStatusAsync()).Emails.Single().Text.ShouldBe("a+b@shop.example");
        (await _house.Owner("a").GetStatusAsync()).Emails.ShouldBeEmpty();
        (await _house.Owner("team").GetStatusAsync()).Emails.Single().Text.ShouldBe("alice@shop.example");
    }

    [Fact]
    public async Task Owners_whose_names_look_like_the_same_number_do_not_share_an_outbox()
    {
        await _house.Owner("0a").SetEmailsAsync([EmailAddress.Parse("one@shop.example")]);
        await _house.Owner("a").SetEmailsAsync([EmailAddress.Parse("two@shop.example")]);
        await _house.RestartAsync();

        (await _house.Owner("0a").GetStatusAsync()).Emails.Single().Text.ShouldBe("one@shop.example");
    }

    [Fact]
    public async Task An_alert_for_an_owner_without_an_address_is_on_record_as_told_to_nobody()
    {
        await _house.Owner("nobody").AcceptAsync(Down(1));

        var deliveries = await Eventually.GetAsync(
            () => _house.History.GetDeliveriesAsync(OwnerId.Parse("nobody"), 10), seen => seen.Count == 1);
        deliveries[0].Answer.ShouldBe("Nobody to tell: this owner has neither an e-mail address nor another channel.");
    }

    private static Alert Down(int number) => Film.Play("- - -").State.Unsent[0] with
    {
        Id = $"shop-{number}",
        IncidentId = $"shop-{number}",
        Problem = new Problem(FailureKind.BadStatus, "The server answered 503 (Service Unavailable) after 0.4 s.", "HTTP 503 Service Unavailable"),
    };

    private Task FailedAsync() => Eventually.GetAsync(async () => (await _house.Owner().GetStatusAsync()).LastFailure, failure => failure is not null);

    private async Task SentAsync(int count)
    {
        await _house.Mail.WaitForMailAsync(count);
        await Eventually.GetAsync(async () => (await _house.Owner().GetStatusAsync()).WaitingAlerts, waiting => waiting == 0);
        _house.Mail.Messages.Count.ShouldBe(count);
    }
}
