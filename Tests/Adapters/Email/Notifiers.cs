using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using UptimeSquirrel.Adapters.Email;
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
}
