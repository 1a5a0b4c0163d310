using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Grains.StatusPages.Subscribers;

/// <summary>Tells people who subscribed to a page what happens on it. What is to be told is stored first, and told from what was stored.</summary>
/// <remarks>It looks once a minute what is new, as long as somebody is subscribed: nothing that happens to a website waits for its subscribers.</remarks>
[GrainType("page-subscribers")]
internal sealed partial class PageSubscribersGrain(
    [PersistentState("page-subscribers", StorageNames.Grains)] IPersistentState<SubscribersState> stored,
    IPageMailer mailer,
    IPageLinks links,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    ILogger<PageSubscribersGrain> logger) : Grain, IPageSubscribersGrain, IRemindable
{
    private const string ReminderName = "news";
    private static readonly TimeSpan _lookEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _linkGoodFor = TimeSpan.FromDays(2);

    private readonly AskLimit _limit = new();
    private StatusPageSlug _slug = null!;
    private IGrainTimer? _timer;
    private bool _hasReminder;

    private bool HasWork => stored.State.Subscribers.Count > 0 || stored.State.Outbox.Count > 0;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _slug = StatusPageSlug.FromGrainKey(this.GetPrimaryKeyString());
        PlanSending();
        return Task.CompletedTask;
    }

    public async Task<bool> AskAsync(EmailAddress address)
    {
        var page = await GrainFactory.GetGrain<IStatusPageGrain>(_slug.GrainKey).GetAsync();
        if (page is null || !page.Settings.Parts.Subscription || links.PageUrl(_slug) is null)
            return false;
        var now = clock.GetUtcNow();
        if (stored.State.Subscribers.Contains(address) || !_limit.MayAsk(address, now))
            return true;

        var words = SubscriberWords.Of(page.Settings.Language);
        var title = PlainLine.From(page.Settings.Title, 100);
        var mail = new PageMail(
            $"ask-{Guid.NewGuid():N}", SubscriberWords.Fill(words.AskSubject, title), [SubscriberWords.Fill(words.AskText, title), words.AskIgnore], now, [new MailRecipient(address, 0, now)], AsksToConfirm: true);
        await SaveAsync(SubscriberOutbox.Add(stored.State, mail));
        PlanSending();
        return true;
    }

    public async Task<bool> ConfirmAsync(string token)
    {
        if (links.Read(token) is not { Begins: true } order || order.Page != _slug || order.Expires <= clock.GetUtcNow())
            return false;
        var state = stored.State;
        if (state.Subscribers.Contains(order.Address))
            return true;
        if (state.Subscribers.Count >= IPageSubscribersGrain.MaximumSubscribers || await ViewAsync() is not { } view)
            return false;

        // The first one is not told what happened before.
        await SaveAsync(state with
        {
            Subscribers = [.. state.Subscribers, order.Address],
            Told = state.Subscribers.Count == 0 ? NewsRules.All(view) : state.Told,
        });
        return true;
    }

    public async Task<bool> LeaveAsync(string token)
    {
        if (links.Read(token) is not { Begins: false } order || order.Page != _slug)
            return false;
        if (stored.State.Subscribers.Contains(order.Address) || stored.State.Outbox.Any(mail => mail.Recipients.Any(one => one.Address == order.Address)))
            await SaveAsync(SubscriberOutbox.Leave(stored.State, order.Address));
        return true;
    }

    public Task<int> CountAsync() => Task.FromResult(stored.State.Subscribers.Count);

    public Task ReceiveReminder(string reminderName, TickStatus status) => ReceiveReminder(reminderName, status, CancellationToken.None);

    public async Task ReceiveReminder(string reminderName, TickStatus status, CancellationToken cancellationToken)
    {
        _hasReminder = true;
        if (!HasWork)
        {
            _hasReminder = false;
            if (await this.GetReminder(ReminderName, cancellationToken) is { } reminder)
                await this.UnregisterReminder(reminder, cancellationToken);
            return;
        }

        try
        {
            await LookForNewsAsync();
        }
        catch (Exception e)
        {
            LogNoNews(e, _slug);
        }

        PlanSending();
    }

    private async Task LookForNewsAsync()
    {
        if (await ViewAsync() is not { } view)
        {
            // The page is gone, and with it whoever read it.
            await SaveAsync(new SubscribersState());
            return;
        }

        if (stored.State.Subscribers.Count == 0)
            return;
        var now = clock.GetUtcNow();
        var state = stored.State;
        var news = NewsRules.Find(state.Told, view);

        // What happens while the page takes no subscribers is not told later.
        foreach (var one in view.TakesSubscribers ? news : [])
            state = SubscriberOutbox.Add(
                state, new PageMail(one.Id, one.Subject, one.Paragraphs, now, [.. state.Subscribers.Select(address => new MailRecipient(address, 0, now))], AsksToConfirm: false));
        if (news.Count > 0)
            await SaveAsync(state with { Told = NewsRules.All(view) });
    }

    private Task<StatusPageView?> ViewAsync() => GrainFactory.GetGrain<IStatusPageViewGrain>(0).ViewAsync(_slug);

    // What wakes this grain after a crash comes first: it ends itself when there is nothing to do. Set once only, since setting it puts it off by a minute.
    private async Task SaveAsync(SubscribersState next)
    {
        var before = stored.State;
        if (!_hasReminder && (next.Subscribers.Count > 0 || next.Outbox.Count > 0))
        {
            await this.RegisterOrUpdateReminder(ReminderName, _lookEvery, _lookEvery);
            _hasReminder = true;
        }

        stored.State = next;
        await this.StoreAsync(stored, () => stored.State = before);
    }

    private string MessageId(PageMail mail, EmailAddress address) => TextMark.Of($"{_slug}\n{mail.Id}\n{address.Text}", 16);

    [LoggerMessage(4202, LogLevel.Warning, "The status page {Page}: what is new could not be read or stored; it will be tried again in a minute")]
    private partial void LogNoNews(Exception exception, StatusPageSlug page);

    [LoggerMessage(4203, LogLevel.Warning, "The status page {Page}: a mail to a subscriber will be tried again: {Reason}")]
    private partial void LogTryAgain(StatusPageSlug page, string reason);

    [LoggerMessage(4204, LogLevel.Warning, "The status page {Page}: a mail will not reach one of its subscribers: {Reason}")]
    private partial void LogGaveUp(StatusPageSlug page, string reason);

    [LoggerMessage(4205, LogLevel.Error, "The status page {Page}: its mails to subscribers are stuck for the moment; they will be tried again")]
    private partial void LogStuck(Exception exception, StatusPageSlug page);
}
