using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using UptimeSquirrel.Adapters.Email;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Support.Mail;

namespace UptimeSquirrel.Tests.Adapters.Email;

/// <summary>Notifiers set up for a test.</summary>
internal static class Notifiers
{
    public static EmailOptions To(int port) => new()
    {
        Host = MailServer.Host,
        Port = port,
        From = "alerts@monitor.example",
    };

    public static MailKitNotifier Make(EmailOptions options, TimeProvider? clock = null, ILogger<MailKitNotifier>? logger = null) =>
        new(options, clock ?? TimeProvider.System, logger ?? NullLogger<MailKitNotifier>.Instance);

    public static ChannelSettings Channel(EmailAddress recipient) => new(new Dictionary<string, string> { ["to"] = recipient.Text });

    /// <summary>Tells an alert to one address, which is its own channel.</summary>
    public static Task<DeliveryAnswer> DeliverAsync(this INotifier notifier, Alert alert, EmailAddress recipient, CancellationToken cancellationToken) =>
        notifier.DeliverAsync(LetterWriter.Write(alert, recipient.Text), Channel(recipient), cancellationToken);

    public static MimeMessage Write(Alert alert, EmailAddress recipient, MailboxAddress sender, DateTimeOffset now) =>
        EmailMessageWriter.Write(LetterWriter.Write(alert, recipient.Text), Channel(recipient), sender, unsubscribe: null, now);
}
