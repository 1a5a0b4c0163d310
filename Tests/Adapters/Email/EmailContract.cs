using MimeKit;
using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Tests.Adapters.Email;

/// <summary>What must hold with every mail server: run against our own and against one that others wrote, so that ours cannot lie.</summary>
public abstract class EmailContract : IAsyncLifetime
{
    protected abstract int Port { get; }

    protected abstract IReadOnlyList<MimeMessage> Received { get; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task Delivers_what_was_written()
    {
        var alert = Alerts.Outage("Bäckerei 🐿️ Müller", "https://shop.example/" + new string('a', 1_500));
        using var notifier = Notifiers.Make(Notifiers.To(Port));

        var answer = await notifier.DeliverAsync(alert, Alerts.Ann, TestContext.Current.CancellationToken);

        answer.ShouldBeOfType<DeliveryAnswer.Delivered>();
        var mail = Received.Single();
        mail.Subject.ShouldBe("DOWN: Bäckerei 🐿️ Müller (shop.example)");
        mail.TextBody!.ShouldStartWith("Bäckerei 🐿️ Müller is down.");
        mail.TextBody!.ShouldContain(alert.Url!.Text);
        mail.HtmlBody!.ShouldContain(alert.Url!.Text);
    }

    [Fact]
    public async Task Gives_a_repeat_the_same_name()
    {
        using var notifier = Notifiers.Make(Notifiers.To(Port));

        await notifier.DeliverAsync(Alerts.Outage(), Alerts.Ann, TestContext.Current.CancellationToken);
        await notifier.DeliverAsync(Alerts.Outage(), Alerts.Ann, TestContext.Current.CancellationToken);

        Received.Count.ShouldBe(2);
        Received[1].MessageId.ShouldBe(Received[0].MessageId);
    }
}
