using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Absence;

/// <summary>Tells what is in the spool while the database is away, and hands it over when it is back.</summary>
internal sealed partial class SpoolTeller(
    AlertSpool spool, IOwnerBook book, IDatabaseWatch database, Postman postman, IJournal journal, IGrainFactory grains,
    IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<SpoolTeller> logger) : BackgroundService
{
    private static readonly TimeSpan _lookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _pauseAfterTrouble = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<OwnerId, Task> _underWay = new();

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (spool.Open() is var websites and > 0)
                LogAdopted(websites);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogCannotOpen(e);
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        if (!await HasStartedAsync(stop.Token))
            return;
        while (!stop.IsCancellationRequested)
        {
            foreach (var owner in spool.Owners)
                if (_underWay.GetValueOrDefault(owner) is null or { IsCompleted: true })
                    _underWay[owner] = ServeAsync(owner, stop.Token);
            await Task.WhenAny(spool.NewsAsync(), Task.Delay(_lookEvery, clock, stop.Token));
        }

        await Task.WhenAll(_underWay.Values);
    }

    // Before that no grain can be called.
    private async Task<bool> HasStartedAsync(CancellationToken stop)
    {
        var started = new TaskCompletionSource();
        await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
        await Task.WhenAny(started.Task, Task.Delay(Timeout.InfiniteTimeSpan, clock, stop));
        return !stop.IsCancellationRequested;
    }

    private async Task ServeAsync(OwnerId owner, CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            var isRefused = !database.IsAway && !await IsHandedOverAsync(owner, stop);
            if ((isRefused || database.IsAway) && book.Find(owner) is { } contacts)
                await Task.WhenAll(contacts.AllChannels.Select(channel => TellAsync(owner, contacts, channel, stop)));
            if (isRefused)
                await Task.Delay(_pauseAfterTrouble, clock, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What is left is on the disk.
        }
        catch (Exception e)
        {
            LogStuck(e, spool.Of(owner).Count);
            await Task.WhenAny(Task.Delay(_pauseAfterTrouble, clock, stop));
        }
    }

    // A database that answers, but writes nothing (it is full, or somebody made it read only), is away as far as alerts go.
    private async Task<bool> IsHandedOverAsync(OwnerId owner, CancellationToken stop)
    {
        try
        {
            await HandOverAsync(owner, stop);
            return true;
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            return false;
        }
    }

    private static bool IsOfDatabase(Exception? trouble) =>
        trouble is DatabaseAwayException or DbException || (trouble is not null and not TimeoutException && IsOfDatabase(trouble.InnerException));

    // Up to the first that is to be tried again: the channels wait for each other, and a closed door is not knocked on by all at once.
    private async Task TellAsync(OwnerId owner, OwnerContacts contacts, StoredChannel channel, CancellationToken stop)
    {
        var template = contacts.Templates.GetValueOrDefault(channel.Kind);
        var outcome = DeliveryOutcome.Delivered;
        while (outcome != DeliveryOutcome.TryAgain && SpoolRules.NextDue(spool.Of(owner), channel, clock.GetUtcNow(), contacts.Quiet) is { } due)
        {
            var answer = await postman.DeliverAsync(due.Alert, channel, template, stop);
            var delivery = DeliveryWriter.Write(owner, channel, due.Alert, due.Attempt, clock.GetUtcNow(), answer);
            await spool.NoteToldAsync(due.Website, delivery);
            journal.Record(delivery);
            LogTold(delivery.AlertId, delivery.Channel, delivery.Attempt, delivery.Outcome, LogWords.WithoutAddresses(delivery.Answer));
            outcome = delivery.Outcome;
        }
    }

    // One that cannot be taken back must not keep the others of its owner waiting.
    private async Task HandOverAsync(OwnerId owner, CancellationToken stop)
    {
        Exception? trouble = null;
        foreach (var website in spool.Of(owner))
        {
            try
            {
                await HandOverAsync(owner, website, stop);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                if (IsOfDatabase(e))
                    throw;
                trouble = e;
            }
        }

        if (trouble is not null)
            ExceptionDispatchInfo.Throw(trouble);
    }

    private async Task HandOverAsync(OwnerId owner, SpooledWebsite website, CancellationToken stop)
    {
        var outbox = grains.GetGrain<IOwnerNotificationGrain>(owner.GrainKey);
        foreach (var spooled in website.Alerts.Where(alert => !alert.IsAccepted))
        {
            await outbox.AcceptToldAsync(spooled.Alert, SpoolRules.Told(spooled)).WaitAsync(_patience, clock, stop);
            await spool.NoteAcceptedAsync(website.Id, spooled.Alert.Id);
        }

        if (!await grains.GetGrain<IWebsiteRecall>(website.Id.Value).TakeBackAsync(website.Kept.State).WaitAsync(stop))
            return;
        await spool.NoteSavedAsync(website);
        LogHandedOver(website.Alerts.Count);
    }
}
