using System.Net;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>One connection to the mail server, for one mail after the other.</summary>
internal sealed class SmtpSession : IDisposable
{
    private readonly EmailOptions options;
    private readonly SmtpProgress progress = new();
    private readonly SmtpClient client;

    public SmtpSession(EmailOptions options)
    {
        this.options = options;
        client = new SmtpClient(progress)
        {
            // Behind a firewall the revocation servers are often out of reach, and no mail at all is worse than this check left out.
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
            {
                CertificateProblem = SmtpCertificate.Explain(certificate, chain, errors, options.Host!);
                return CertificateProblem is null;
            },

            // The budget is the caller's token; this only has to be longer.
            Timeout = (int)(options.Timeout * 2).TotalMilliseconds,
        };
    }

    /// <summary>What is wrong with the server's certificate; null when nothing is, or none was seen.</summary>
    public string? CertificateProblem { get; private set; }

    /// <summary>What the server was last asked for.</summary>
    public string Step => progress.Step;

    /// <summary>Whether it is connected, as far as anybody knows without asking.</summary>
    public bool IsOpen => client.IsConnected;

    /// <summary>Whether this failure means that the server had closed the connection before it was given a mail.</summary>
    public bool WasClosed(Exception exception) =>
        Step != SmtpProgress.TakingOver &&
        exception is IOException or SocketException or ProtocolException or ServiceNotConnectedException or SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable };

    /// <summary>Connects, and protects the connection as configured.</summary>
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new DnsEndPoint(options.Host!, options.Port), cancellationToken);
            var security = Translate(options.Security);
            if (security == SecureSocketOptions.SslOnConnect || (security == SecureSocketOptions.Auto && options.Port == 465))
                progress.Step = "the TLS handshake";
            await client.ConnectAsync(socket, options.Host!, options.Port, security, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Logs in when there is a user. Returns what keeps us from it, or null.</summary>
    public async Task<string?> LogInAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.User))
            return null;
        if (!EmailPassword.TryRead(options, out var password, out var problem))
            return problem;
        if (options.Security == EmailSecurity.Auto && !client.IsSecure)
            return $"{options.Host}:{options.Port} offers no encryption, so the password was not sent. Use another Email:Port (587 or 465), " +
                   "or set Email:Security to None if nobody can listen in.";

        progress.Step = "the log-in";
        await client.AuthenticateAsync(options.User, password, cancellationToken);
        return null;
    }

    /// <summary>Hands over the mail; returns the server's words.</summary>
    public Task<string> SendAsync(MimeMessage message, MailboxAddress sender, IReadOnlyList<MailboxAddress> recipients, CancellationToken cancellationToken)
    {
        // One question at a time: then an answer, or its absence, belongs to one step.
        client.Capabilities &= ~SmtpCapabilities.Pipelining;
        return client.SendAsync(message, sender, recipients, cancellationToken);
    }

    /// <summary>Says good-bye. The mail is delivered by now, so nothing that goes wrong here matters.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException)
        {
            // The connection is closed in any case.
        }
    }

    public void Dispose()
    {
        client.Dispose();
        progress.Dispose();
    }

    private static SecureSocketOptions Translate(EmailSecurity security) => security switch
    {
        EmailSecurity.None => SecureSocketOptions.None,
        EmailSecurity.StartTls => SecureSocketOptions.StartTls,
        EmailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.Auto,
    };
}
