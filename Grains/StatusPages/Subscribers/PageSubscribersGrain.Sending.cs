using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Grains.StatusPages.Subscribers;

// How what waits gets out: one mail after the other, some of them at a time, so that whoever asks in between is answered.
internal sealed partial class PageSubscribersGrain
{
    private const int SentAtATime = 20;
    private static readonly TimeSpan _leaveGoodFor = TimeSpan.FromDays(3650);

    private void PlanSending()
    {
        _timer?.Dispose();
        _timer = null;
        if (SubscriberOutbox.NextDueAt(stored.State) is not { } due)
            return;
        var delay = due - clock.GetUtcNow();
        _timer = this.RegisterGrainTimer(SendAsync, new GrainTimerCreationOptions(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, Timeout.InfiniteTimeSpan) { KeepAlive = true });
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SendSomeAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            // The reminder comes back to it.
            LogStuck(e, _slug);
            return;
        }

        PlanSending();
    }

    // A crash repeats what was sent and not noted yet, under the same names.
    private async Task SendSomeAsync(CancellationToken cancellationToken)
    {
        var page = await GrainFactory.GetGrain<IStatusPageGrain>(_slug.GrainKey).GetAsync();
        var words = SubscriberWords.Of(page?.Settings.Language ?? PageLanguage.English);
        var state = stored.State;
        for (var i = 0; i < SentAtATime && SubscriberOutbox.NextDue(state, clock.GetUtcNow()) is var (mail, recipient); i++)
        {
            var answer = await mailer.SendAsync(Letter(mail, recipient.Address, words), cancellationToken);
            state = SubscriberOutbox.Note(state, mail, recipient, answer, clock.GetUtcNow(), Random.Shared.NextDouble());
            if (answer is DeliveryAnswer.TryAgain again)
                LogTryAgain(_slug, LogWords.WithoutAddresses(again.Reason));
            else if (answer is DeliveryAnswer.GiveUp refused)
                LogGaveUp(_slug, LogWords.WithoutAddresses(refused.Reason));
        }

        if (!ReferenceEquals(state, stored.State))
            await SaveAsync(state);
    }

    private PageLetter Letter(PageMail mail, EmailAddress address, SubscriberWords words)
    {
        var button = mail.AsksToConfirm
            ? new PageLink(words.AskButton, links.Write(new PageOrder(_slug, Begins: true, address, mail.At + _linkGoodFor)))
            : links.PageUrl(_slug) is { } url ? new PageLink(words.PageButton, url) : null;
        var leave = mail.AsksToConfirm ? null : new PageLink(words.Leave, links.Write(new PageOrder(_slug, Begins: false, address, mail.At + _leaveGoodFor)));
        return new PageLetter(MessageId(mail, address), address, mail.Subject, mail.Paragraphs, button, leave, words.Code, mail.At);
    }
}
