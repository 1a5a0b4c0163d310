using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>What a failed attempt means: worth another one, or refused for good.</summary>
/// <remarks>
/// Only the refusal of this recipient or of this very message (5xx to RCPT TO or after the content) ends the attempts. A full
/// mailbox, a policy (5.7.x: relaying, block lists, SPF) and everything about the connection, the log-in or the sender can be
/// mended by somebody while the alert still matters, so it is tried again.
/// </remarks>
internal static class SmtpAnswers
{
    private const int WordsLimit = 300;

    /// <summary>Judges what went wrong at <paramref name="step"/>; null when this is nothing a mail server does.</summary>
    public static DeliveryAnswer? Judge(Exception exception, string server, string step) => exception switch
    {
        SmtpCommandException refusal => Judge(refusal.ErrorCode, (int)refusal.StatusCode, refusal.Message, server, step),
        AuthenticationException failed => new DeliveryAnswer.TryAgain(
            $"{server} refused the log-in: {Words(failed.Message)}. Check Email:User and Email:Password or Email:PasswordFile."),
        ServiceNotAuthenticatedException unprotected when unprotected.Message.Contains("STARTTLS", StringComparison.OrdinalIgnoreCase) => new DeliveryAnswer.TryAgain(
            $"{server} takes mail only over an encrypted connection: {Words(unprotected.Message)}. Set Email:Security to StartTls."),
        ServiceNotAuthenticatedException wanted => new DeliveryAnswer.TryAgain(
            $"{server} takes mail only after a log-in: {Words(wanted.Message)}. Set Email:User and Email:Password or Email:PasswordFile."),
        SslHandshakeException handshake => new DeliveryAnswer.TryAgain(
            $"The TLS handshake with {server} failed: {Words((handshake.InnerException ?? handshake).Message)}. " +
            "Check that Email:Port and Email:Security belong together: 465 with Tls, 587 with StartTls."),
        NotSupportedException missing => new DeliveryAnswer.TryAgain(
            $"{server} cannot do what the settings ask for: {Words(missing.Message)} Check Email:Port, Email:Security and Email:User."),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => new DeliveryAnswer.TryAgain(
            $"The mail server's name was not found ({server}). Check Email:Host."),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => new DeliveryAnswer.TryAgain(
            $"{server} refused the connection. Check Email:Host and Email:Port, and that the mail server runs."),
        SocketException or IOException or ProtocolException => new DeliveryAnswer.TryAgain(
            $"The connection to {server} broke at {step}: {Words(exception.Message)}"),
        _ => null,
    };

    /// <summary>Judges one refusal.</summary>
    public static DeliveryAnswer Judge(SmtpErrorCode refused, int status, string words, string server, string step)
    {
        var what = refused switch
        {
            SmtpErrorCode.RecipientNotAccepted => "the recipient",
            SmtpErrorCode.SenderNotAccepted => "the sender (Email:From)",
            SmtpErrorCode.MessageNotAccepted => "the message",
            _ => step,
        };
        var reason = $"{server} refused {what}: {status} {Words(words)}";
        var isForGood = refused is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted && status is >= 500 and <= 599;
        return isForGood && !CanBeMended(status, words) ? new DeliveryAnswer.GiveUp(reason, IsChannelBroken: refused is SmtpErrorCode.RecipientNotAccepted) : new DeliveryAnswer.TryAgain(reason);
    }

    /// <summary>What a mail server says, as one line.</summary>
    public static string Words(string words) => PlainLine.From(words, WordsLimit);

    // 530, 534, 535, 538: log in first. 552 is how older servers say "mailbox full", 5.2.2 how newer ones do.
    private static bool CanBeMended(int status, string words) =>
        status is 530 or 534 or 535 or 538 or 552 || words.StartsWith("5.7.", StringComparison.Ordinal) ||
        words.StartsWith("5.2.2", StringComparison.Ordinal);
}
