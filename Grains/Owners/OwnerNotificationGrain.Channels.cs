using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Grains.Owners.Escalation;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

// What an owner does with channels: add them, take them away, try them; and who hears of it when one breaks.
internal sealed partial class OwnerNotificationGrain
{
    private static readonly TimeSpan _longestTest = TimeSpan.FromSeconds(20);

    public Task<ChannelChange> AddChannelAsync(string kind, IReadOnlyDictionary<string, string> settings) => AddChannelAsync(kind, settings, ChannelUse.Always);

    public async Task<ChannelChange> AddChannelAsync(string kind, IReadOnlyDictionary<string, string> settings, ChannelUse use)
    {
        if (stored.State.Channels.Count >= OwnerStatus.MaximumChannels)
            return new ChannelChange(null, [$"'{_owner}' has {OwnerStatus.MaximumChannels} channels already: expected at most as many. Take one away first."]);
        var (channel, problems) = ReadChannel($"{kind}-{stored.State.ChannelsEverAdded + 1}", kind, settings, use);
        if (channel is null)
            return new ChannelChange(null, problems);
        await ChangeContactsAsync(state => Outbox.AddChannel(state, channel, clock.GetUtcNow()));
        return new ChannelChange(Shown(channel), []);
    }

    public async Task<ChannelChange?> ChangeChannelAsync(string channel, IReadOnlyDictionary<string, string> settings, ChannelUse use)
    {
        if (stored.State.Channels.Find(one => one.Id == channel) is not { } before)
            return null;
        var (changed, problems) = ReadChannel(before.Id, before.Kind, settings, use);
        if (changed is null)
            return new ChannelChange(null, problems);
        await ChangeContactsAsync(state => Outbox.ChangeChannel(state, changed));
        return new ChannelChange(Shown(changed), []);
    }

    public async Task<ContactChannel?> RemoveChannelAsync(string channel)
    {
        if (stored.State.AllChannels().FirstOrDefault(one => one.Id == channel) is not { } removed)
            return null;
        var shown = Shown(removed);
        await ChangeContactsAsync(state => Outbox.RemoveChannel(state, channel, clock.GetUtcNow()));
        return shown;
    }

    public Task<IReadOnlyList<string>> FindChannelsAsync(string kind, IReadOnlyDictionary<string, string> settings) => Task.FromResult<IReadOnlyList<string>>(
        [.. stored.State.Channels.Where(channel => channel.Kind == kind && postman.HasSettings(channel, settings)).Select(channel => channel.Id)]);

    public async Task<IReadOnlyList<ChannelTest>> TestAsync()
    {
        var alert = ChannelAlertWriter.Test(Guid.NewGuid(), clock.GetUtcNow());
        var tests = await Task.WhenAll(stored.State.AllChannels().Select(channel => TestAsync(alert, channel)));
        await TrySaveAsync();
        DeliverAll();
        return tests;
    }

    private (StoredChannel? Channel, IReadOnlyList<string> Problems) ReadChannel(string id, string kind, IReadOnlyDictionary<string, string> settings, ChannelUse use)
    {
        try
        {
            var (channel, problems) = postman.Read(id, kind, settings);
            problems = [.. problems, .. RecipientRules.Problems(use)];
            return problems.Count > 0 ? (null, problems) : (channel! with { After = use.After, Only = RecipientRules.OnlyOf(use) }, []);
        }
        catch (Exception e)
        {
            LogNoKeys(e, LogName);
            return (null, ["The secrets could not be encrypted, because the database did not give the key. Try again when it is back."]);
        }
    }

    private async Task ChangeContactsAsync(Action<OwnerState> change)
    {
        await ChangeAsync(state =>
        {
            change(state);
            state.RemovedAt = null;
            state.ContactsVersion = NextContactsVersion(state);
        });
        WriteIntoBook();
        DeliverAll();
    }

    private long NextContactsVersion(OwnerState state) => Math.Max(state.ContactsVersion + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());

    private void WriteIntoBook() => book.Write(new OwnerRow(_owner, OwnerContacts.Of(stored.State), stored.State.ContactsVersion));

    private async Task<ChannelTest> TestAsync(Alert alert, StoredChannel channel)
    {
        using var limit = new CancellationTokenSource(_longestTest);
        DeliveryAnswer answer;
        try
        {
            answer = await postman.DeliverAsync(alert, channel, stored.State.Templates.GetValueOrDefault(channel.Kind), limit.Token);
            NoteTemplate(channel.Kind, answer.TemplateProblem);
        }
        catch (OperationCanceledException)
        {
            answer = new DeliveryAnswer.TryAgain($"No answer within {_longestTest.TotalSeconds:0} seconds.");
        }

        var delivery = Outbox.NoteTest(stored.State, _owner, channel, alert, answer, clock.GetUtcNow());
        journal.Record(delivery);
        return new ChannelTest(Shown(channel), delivery.Outcome, delivery.Answer);
    }

    private ContactChannel Shown(StoredChannel channel)
    {
        var trouble = stored.State.Troubles.GetValueOrDefault(channel.Id);
        return new ContactChannel
        {
            Id = channel.Id,
            Kind = channel.Kind,
            Settings = channel.Settings.Concat(channel.Secrets.ToDictionary(secret => secret.Key, secret => secret.Value.Shown))
                .OrderBy(setting => setting.Key, StringComparer.Ordinal).ToDictionary(setting => setting.Key, setting => setting.Value),
            BrokenSince = trouble?.BrokenSince,
            LastFailure = trouble?.LastFailure,
            Use = RecipientRules.UseOf(channel),
        };
    }

    // After the save: what is told to the operator is true then. Their grain knows the alert's id, so that telling twice changes nothing.
    private async Task TellOperatorAsync()
    {
        if (database.IsAway)
            return;
        foreach (var id in Outbox.BrokenUntold(stored.State))
        {
            if (stored.State.AllChannels().FirstOrDefault(channel => channel.Id == id) is not { } channel)
                continue;
            var trouble = stored.State.Troubles[id];
            try
            {
                await GrainFactory.GetGrain<IOwnerNotificationGrain>(OwnerId.Operator.GrainKey)
                    .AcceptAsync(ChannelAlertWriter.Broken(_owner, channel, trouble, clock.GetUtcNow()));
            }
            catch (Exception e)
            {
                LogOperatorNotTold(e, LogName, channel.LogName);
                continue;
            }

            if (stored.State.Troubles.TryGetValue(id, out var now))
                stored.State.Troubles[id] = now with { IsOperatorTold = true };
            await TrySaveAsync();
        }
    }
}
