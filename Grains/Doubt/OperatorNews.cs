using Microsoft.Extensions.Logging;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Doubt;

/// <summary>Tells the operator once that a silo is in doubt, when that lasts, and once that it is over.</summary>
internal sealed partial class OperatorNews(IVantages vantages, IOperator operatorOwner, ILogger<OperatorNews> logger)
{
    private readonly Queue<Alert> _waiting = new();
    private DoubtEpisode? _told;
    private bool _hasComplained;

    /// <summary>Whether there is something to tell that could not be handed over yet, or an end to be told.</summary>
    public bool IsWaiting => _told is not null || _waiting.Count > 0;

    /// <summary>Tells what there is to tell at this moment. What cannot be handed over waits for the next call.</summary>
    public async Task TellAsync(DoubtEpisode? episode, DateTimeOffset now)
    {
        if (_told is not null && _told != episode)
        {
            _waiting.Enqueue(Write(AlertKind.SiloSureAgain, _told, now));
            _told = null;
        }

        if (_told is null && episode is not null && now - episode.Since >= DoubtRules.TellAfter)
            _waiting.Enqueue(Write(AlertKind.SiloInDoubt, _told = episode, now));
        try
        {
            for (; _waiting.TryPeek(out var alert); _waiting.Dequeue())
                await operatorOwner.TellAsync(alert);
            _hasComplained = false;
        }
        catch (Exception e)
        {
            // Likely the database, out of reach for the same reason: no news after the first time.
            if (!_hasComplained)
                LogNotHandedOver(e);
            _hasComplained = true;
        }
    }

    // The episode's beginning names it, so that an alert handed over twice is told once.
    private Alert Write(AlertKind kind, DoubtEpisode episode, DateTimeOffset now)
    {
        var silo = vantages.Here.Silo;
        var id = $"silo-{silo}-{episode.Since.ToUnixTimeMilliseconds()}";
        return new Alert
        {
            Id = kind == AlertKind.SiloInDoubt ? id : id + "-over",
            IncidentId = id,
            Kind = kind,
            Website = default,
            Url = null,
            Silo = silo,
            Name = silo,
            StartedAt = episode.Since,
            DecidedAt = now,
            EndedAt = kind == AlertKind.SiloInDoubt ? null : now,
            Problem = new Problem(FailureKind.Unknown, episode.Why, episode.Why),
            Interval = DoubtRules.ExamineEvery,
        };
    }

    [LoggerMessage(1160, LogLevel.Warning, "What there is to tell the operator about this silo's doubt could not be handed over; it will be tried again until it is")]
    private partial void LogNotHandedOver(Exception exception);
}
