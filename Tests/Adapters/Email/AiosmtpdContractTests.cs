using MimeKit;
using UptimeSquirrel.Tests.Support.Mail;

namespace UptimeSquirrel.Tests.Adapters.Email;

public sealed class AiosmtpdContractTests : EmailContract
{
    private AiosmtpdServer? server;

    protected override int Port => server!.Port;

    protected override IReadOnlyList<MimeMessage> Received => server!.Messages;

    public override async ValueTask InitializeAsync()
    {
        server = await AiosmtpdServer.TryStartAsync();
        Assert.SkipWhen(server is null, "python3-aiosmtpd is not installed (Debian: apt-get install python3-aiosmtpd).");
    }

    public override ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
