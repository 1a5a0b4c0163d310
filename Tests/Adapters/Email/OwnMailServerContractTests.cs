using MimeKit;
using UptimeSquirrel.Tests.Support.Mail;

namespace UptimeSquirrel.Tests.Adapters.Email;

public sealed class OwnMailServerContractTests : EmailContract
{
    private MailServer? server;

    protected override int Port => server!.Port;

    protected override IReadOnlyList<MimeMessage> Received => [.. server!.Messages.Select(mail => mail.Message)];

    public override async ValueTask InitializeAsync() => server = await MailServer.StartAsync();

    public override ValueTask DisposeAsync() => server!.DisposeAsync();
}
