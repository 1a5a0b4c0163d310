using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace UptimeSquirrel.Tests.Support.Mail;

/// <summary>One client's dialogue with <see cref="MailServer"/>.</summary>
internal sealed class MailConversation(MailServer server, TcpClient client) : IDisposable
{
    private Stream stream = client.GetStream();
    private StreamReader reader = StreamReader.Null;
    private bool isEncrypted;
    private bool isReceiving;
    private string? loggedInAs;
    private string sender = "";
    private string recipient = "";

    public async Task RunAsync()
    {
        try
        {
            if (server.Setup.Tls is not null)
                await EncryptAsync();
            reader = new StreamReader(stream, Encoding.Latin1);
            if (await SayAsync(MailStep.Greeting, "220 mail.test ESMTP ready"))
                while (await reader.ReadLineAsync() is { } line && await AnswerAsync(line))
                {
                    // Until the client leaves or the answer ends the conversation.
                }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or AuthenticationException)
        {
            // A client that breaks off is part of the game.
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
        client.Dispose();
    }

    private async Task<bool> AnswerAsync(string line)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                return await SayAsync(MailStep.Hello, Features());
            case "HELO":
                return await SayAsync(MailStep.Hello, "250 mail.test");
            case "STARTTLS":
                return await StartTlsAsync();
            case "AUTH":
                return await LogInAsync(line);
            case "MAIL" when server.Setup.LogIn is not null && loggedInAs is null:
                return await SayAsync(MailStep.Sender, "530 5.7.0 Authentication required");
            case "MAIL":
                sender = Address(line);
                return await SayAsync(MailStep.Sender, "250 2.1.0 Ok");
            case "RCPT":
                recipient = Address(line);
                return await SayAsync(MailStep.Recipient, "250 2.1.5 Ok");
            case "DATA":
                isReceiving = false;
                return await SayAsync(MailStep.Data, "354 End data with <CR><LF>.<CR><LF>", () => isReceiving = true) &&
                       (!isReceiving || await ReceiveAsync());
            case "QUIT":
                await SayAsync(MailStep.Quit, "221 2.0.0 Bye");
                return false;
            case "RSET" or "NOOP":
                return await SendAsync("250 2.0.0 Ok");
            default:
                return await SendAsync("502 5.5.2 Command not recognised");
        }
    }

    private string Features()
    {
        var features = new List<string> { "mail.test", "PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES", "SIZE 1000000" };
        if (server.Setup.StartTls is not null && !isEncrypted)
            features.Add("STARTTLS");
        if (server.Setup.LogIn is not null)
            features.Add("AUTH PLAIN");
        return string.Join("\r\n", features.Select((feature, i) => (i == features.Count - 1 ? "250 " : "250-") + feature));
    }

    private async Task<bool> StartTlsAsync()
    {
        if (server.Setup.StartTls is null)
            return await SendAsync("502 5.5.1 Not offered");
        if (!await SayAsync(MailStep.StartTls, "220 2.0.0 Ready"))
            return false;
        await EncryptAsync();
        reader = new StreamReader(stream, Encoding.Latin1);
        return true;
    }

    private async Task EncryptAsync()
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync((server.Setup.Tls ?? server.Setup.StartTls)!);
        stream = encrypted;
        isEncrypted = true;
    }

    private async Task<bool> LogInAsync(string line)
    {
        var parts = line.Split(' ');
        var secret = parts.Length > 2 ? parts[2] : null;
        if (secret is null && await SendAsync("334 "))
            secret = await reader.ReadLineAsync();
        var words = Encoding.UTF8.GetString(Convert.FromBase64String(secret ?? "")).Split('\0');
        if (server.Setup.LogIn != (words[^2], words[^1]))
            return await SayAsync(MailStep.LogIn, "535 5.7.8 Authentication credentials invalid");
        loggedInAs = words[^2];
        return await SayAsync(MailStep.LogIn, "235 2.7.0 Authentication successful");
    }

    private async Task<bool> ReceiveAsync()
    {
        var raw = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            raw.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        var mail = new ReceivedMail { Sender = sender, Recipient = recipient, Raw = raw.ToString(), LoggedInAs = loggedInAs, IsEncrypted = isEncrypted };
        return await SayAsync(MailStep.Message, "250 2.0.0 Ok: queued as 4F2A1", () => server.Keep(mail));
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    /// <summary>Answers as is usual, or as the test wants it. False when the conversation is over.</summary>
    private async Task<bool> SayAsync(MailStep step, string usual, Action? whenGood = null)
    {
        switch (server.Arrive(step))
        {
            case null:
                whenGood?.Invoke();
                return await SendAsync(usual);
            case { Hangs: true }:
                while (await stream.ReadAsync(new byte[1024]) > 0)
                {
                    // Silent until the client has had enough.
                }

                return false;
            case { Line: { } line }:
                var goesOn = await SendAsync(line);
                return goesOn && !line.StartsWith("421", StringComparison.Ordinal);
            default:
                return false;
        }
    }

    private async Task<bool> SendAsync(string lines)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(lines + "\r\n"));
        return true;
    }
}
