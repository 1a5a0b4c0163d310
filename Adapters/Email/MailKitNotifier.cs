using Microsoft.Extensions.Logging;
using MimeKit;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.StatusPages.Subscribers;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>Sends mail through a mail server.</summary>
internal sealed partial class MailKitNotifier(EmailOptions options, TimeProvider clock, ILogger<MailKitNotifier> logger) : INotifier, IPageMailer, IDisposable
{
    private readonly SemaphoreSlim turns = new(options.MaximumConnections);
    private readonly IdleSessions idle = new(clock);
    private readonly string server = $"{options.Host}:{options.Port}";

    public ChannelKind Kind => EmailKind.Kind;

    public IReadOnlyList<string> Problems(ChannelSettings settings) => EmailKind.Problems(settings);

    public Task<DeliveryAnswer> DeliverAsync(Letter letter, ChannelSettings settings, CancellationToken cancellationToken) => DeliverAsync(
        sender => EmailMessageWriter.Write(letter, settings, sender, options.Unsubscribe, clock.GetUtcNow()), EmailMessageWriter.Recipients(settings), letter.Alert.Id, cancellationToken);

    public Task<DeliveryAnswer> SendAsync(PageLetter letter, CancellationToken cancellationToken) => DeliverAsync(
        sender => PageMessageWriter.Write(letter, sender), [new MailboxAddress("", letter.To.Text)], letter.MessageId, cancellationToken);

    private async Task<DeliveryAnswer> DeliverAsync(
        Func<MailboxAddress, MimeMessage> write, IReadOnlyList<MailboxAddress> recipients, string name, CancellationToken cancellationToken)
    {
        if (!await WaitForTurnAsync(cancellationToken))
            return new DeliveryAnswer.TryAgain(
                $"All connections to {server} ({options.MaximumConnections} at most) were busy for {DurationWords.InFull(options.Timeout)}. " +
                "If this happens often, raise Email:MaximumConnections.");
        try
        {
            return await AttemptAsync(write, recipients, name, cancellationToken);
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose()
    {
        idle.Dispose();
        turns.Dispose();
    }

    private async Task<bool> WaitForTurnAsync(CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await turns.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<DeliveryAnswer> AttemptAsync(
        Func<MailboxAddress, MimeMessage> write, IReadOnlyList<MailboxAddress> recipients, string name, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        while (true)
        {
            var kept = idle.Take();
            var session = kept ?? new SmtpSession(options);
            try
            {
                var answer = await SendAsync(session, write, recipients, either.Token);
                idle.Keep(session, answer);
                return answer;
            }
            catch (Exception exception) when (kept is not null && session.WasClosed(exception) && !either.IsCancellationRequested)
            {
                // The server closed it while it had nothing to do, and has been given nothing: that is no failure.
                session.Dispose();
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                session.Dispose();
                return Explain(exception, session, timer.IsCancellationRequested, name);
            }
            catch (Exception exception)
            {
                // A connection that is torn down by the cancellation breaks in its own ways.
                session.Dispose();
                throw new OperationCanceledException("The mail was not sent: its caller gave up.", exception, cancellationToken);
            }
        }
    }

    private async Task<DeliveryAnswer> SendAsync(
        SmtpSession session, Func<MailboxAddress, MimeMessage> write, IReadOnlyList<MailboxAddress> recipients, CancellationToken cancellationToken)
    {
        EmailOptionsRules.TryReadSender(options.From, out var sender);
        using var message = write(sender);
        if (!session.IsOpen)
        {
            await session.ConnectAsync(cancellationToken);
            if (await session.LogInAsync(cancellationToken) is { } problem)
                return new DeliveryAnswer.TryAgain(problem);
        }

        return new DeliveryAnswer.Delivered(SmtpAnswers.Words(await session.SendAsync(message, sender, recipients, cancellationToken)));
    }

    private DeliveryAnswer Explain(Exception exception, SmtpSession session, bool isTooLate, string name)
    {
        var step = session.Step;
        if (isTooLate)
            return new DeliveryAnswer.TryAgain($"{server} gave no answer within {DurationWords.InFull(options.Timeout)} (at {step}).");
        if (session.CertificateProblem is { } problem)
            return new DeliveryAnswer.TryAgain(problem);
        if (SmtpAnswers.Judge(exception, server, step) is { } answer)
            return answer;

        // Its words may name the recipient; those belong into the record of the delivery, not into a log.
        LogUnforeseen(name, step, exception.GetType().Name);
        return new DeliveryAnswer.TryAgain($"Sending through {server} failed at {step}: {SmtpAnswers.Words(exception.Message)}");
    }

    [LoggerMessage(3101, LogLevel.Error, "The mail {Mail} failed at {Step} in a way nobody foresaw ({Failure}); it will be tried again")]
    private partial void LogUnforeseen(string mail, string step, string failure);
}
