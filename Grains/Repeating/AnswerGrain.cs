using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Repeating;

namespace UptimeSquirrel.Grains.Repeating;

/// <summary>Keeps an answer for a day. That a request is under way is only in memory: when its silo dies, the next one does it again.</summary>
[GrainType("answer")]
internal sealed class AnswerGrain(
    [PersistentState("answer", StorageNames.Grains)] IPersistentState<StoredAnswer> stored,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock) : Grain, IAnswerGrain, IRemindable
{
    private const string ReminderName = "forget";
    private static readonly TimeSpan _keep = TimeSpan.FromDays(1);

    // Longer than any request takes: what is older was lost with the process that did it.
    private static readonly TimeSpan _longestRequest = TimeSpan.FromMinutes(5);

    private string? _underWay;
    private DateTimeOffset _begunAt;

    public Task<AnswerStart> BeginAsync(string fingerprint)
    {
        var now = clock.GetUtcNow();
        if (stored.State is { Fingerprint: { } known, Answer: { } answer } && now - stored.State.At < _keep)
            return Task.FromResult(known == fingerprint ? new AnswerStart(AnswerStage.Known, answer) : new AnswerStart(AnswerStage.Another, null));
        if (_underWay is not null && now - _begunAt < _longestRequest)
            return Task.FromResult(new AnswerStart(_underWay == fingerprint ? AnswerStage.UnderWay : AnswerStage.Another, null));
        (_underWay, _begunAt) = (fingerprint, now);
        return Task.FromResult(new AnswerStart(AnswerStage.First, null));
    }

    public async Task FinishAsync(KeptAnswer answer)
    {
        stored.State = new StoredAnswer { Fingerprint = _underWay, Answer = answer, At = clock.GetUtcNow() };

        // The reminder first: one without an answer ends itself, an answer without one would stay for ever.
        await this.RegisterOrUpdateReminder(ReminderName, _keep, _keep);
        await stored.WriteStateAsync();
        _underWay = null;
    }

    public Task GiveUpAsync()
    {
        _underWay = null;
        return Task.CompletedTask;
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (stored.RecordExists && clock.GetUtcNow() - stored.State.At < _keep)
            return;
        await stored.ClearStateAsync();
        if (await this.GetReminder(ReminderName) is { } reminder)
            await this.UnregisterReminder(reminder);
        DeactivateOnIdle();
    }
}

/// <summary>What is kept of an answer.</summary>
[GenerateSerializer, Alias("uptime.stored-answer")]
internal sealed class StoredAnswer
{
    /// <summary>What was asked for; null when nothing is kept.</summary>
    [Id(0)]
    public string? Fingerprint { get; set; }

    /// <summary>What was answered.</summary>
    [Id(1)]
    public KeptAnswer? Answer { get; set; }

    /// <summary>When, UTC.</summary>
    [Id(2)]
    public DateTimeOffset At { get; set; }
}
