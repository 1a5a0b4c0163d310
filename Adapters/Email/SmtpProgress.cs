using System.Text;
using MailKit;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>Knows how far the dialogue with a mail server has come, so that a silence can be told with its place. Keeps no content.</summary>
internal sealed class SmtpProgress : IProtocolLogger
{
    public const string TakingOver = "taking over the message";

    /// <summary>What the server was last asked for.</summary>
    public string Step { get; set; } = "connecting";

    /// <summary>Not used: nothing of what is said is kept.</summary>
    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    public void LogConnect(Uri uri) => Step = "the greeting";

    public void LogClient(byte[] buffer, int offset, int count)
    {
        // After DATA the client speaks mail, in which a line may look like a command.
        if (Step == TakingOver)
            return;
        var line = Encoding.ASCII.GetString(buffer, offset, Math.Min(count, 16));
        Step = line.Split(' ', '\r', '\n')[0] switch
        {
            "EHLO" or "HELO" => "EHLO",
            "STARTTLS" => "STARTTLS",
            "AUTH" => "the log-in",
            "MAIL" => "MAIL FROM",
            "RCPT" => "RCPT TO",
            "DATA" => "DATA",
            "QUIT" => "QUIT",
            _ => Step,
        };
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        if (count == 0)
            return;
        if (Step == "DATA" && buffer[offset] == (byte)'3')
            Step = TakingOver;
        else if (Step == TakingOver)
            Step = "the end";
    }

    public void Dispose()
    {
    }
}
