using UptimeSquirrel.Grains.Owners.Escalation;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Owners.Incidents;

/// <summary>Which of an owner's outages are open, and what it means that one is over, taken on or muted. Every function changes the state given.</summary>
internal static class IncidentRules
{
    /// <summary>How many are remembered at most: all are written with every save of the outbox. Outages beyond that are told, but nobody is reminded of them.</summary>
    public const int MostOpen = 2_000;

    private const int NameLimit = 100;
    private const int NoteLimit = 300;

    /// <summary>Remembers an outage that is about to be told. One website has one at a time: of an earlier one nobody heard the end.</summary>
    public static void Open(OwnerState state, Alert alert, DateTimeOffset toldAt)
    {
        if (!OutageRules.Begins(alert) || alert.Url is not { } url)
            return;
        state.Open.RemoveAll(open => open.Website == alert.Website);
        if (state.Open.Count < MostOpen)
            state.Open.Add(new OpenIncident
            {
                Id = alert.IncidentId,
                Website = alert.Website,
                Url = url,
                StartedAt = alert.StartedAt,
                ToldAt = toldAt,
                BeganFlapping = alert.Kind == AlertKind.StartedFlapping,
            });
    }

    /// <summary>The open incident of this website; null when there is none, or when it is not the one that is asked for.</summary>
    public static OpenIncident? Find(OwnerState state, WebsiteId website, string? incident) =>
        state.Open.Find(open => open.Website == website && (incident is null || open.Id == incident));

    /// <summary>
    /// Draws the consequences of a recovery that is stored: the incident is over, nobody is told of it now who was not told before, and an outage
    /// that was to be told when the quiet hours end becomes one message with its end. Doing so twice changes nothing.
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Settle(OwnerState state, Alert recovery, DateTimeOffset now)
    {
        if (!OutageRules.Ends(recovery))
            return false;
        var incident = OutageRules.OpenOf(state, recovery)?.Id ?? recovery.IncidentId;
        var closed = state.Open.RemoveAll(open => open.Id == incident);
        var isFolded = recovery.Kind == AlertKind.CameBack && state.Waiting.Exists(waiting => waiting.Alert.Id == incident && waiting.HeldUntil > now);
        var changed = ChangeWaiting(state, waiting => waiting switch
        {
            { Alert.Kind: AlertKind.StillDown } when waiting.Alert.IncidentId == incident => waiting with { Recipients = [] },
            _ when waiting.Alert.Id == incident => waiting with { Recipients = [.. waiting.Recipients.Where(one => one.Attempts > 0 || one.NextAttemptAt <= now)] },
            _ when waiting.Alert.Id == recovery.Id && isFolded => waiting with { Alert = waiting.Alert with { Kind = AlertKind.WasDown } },
            _ => waiting,
        });
        return closed > 0 || changed;
    }

    /// <summary>A website is not watched any more that was down: nobody is told more of it than is on its way.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Forget(OwnerState state, WebsiteId website, DateTimeOffset now)
    {
        if (Find(state, website, incident: null) is not { } open)
            return false;
        state.Open.Remove(open);
        ChangeWaiting(state, waiting => waiting switch
        {
            { Alert.Kind: AlertKind.StillDown } when waiting.Alert.IncidentId == open.Id => waiting with { Recipients = [] },
            _ when waiting.Alert.Id == open.Id => waiting with { Recipients = [.. waiting.Recipients.Where(one => !RecipientRules.IsLater(waiting, one, now))] },
            _ => waiting,
        });
        return true;
    }

    /// <summary>Somebody has been told that these outages are, or still are: whoever was told of one at night is told of its end at night.</summary>
    public static void NoteTold(OwnerState state, IEnumerable<Alert> told, DateTimeOffset now)
    {
        foreach (var alert in told.Where(alert => OutageRules.Begins(alert) || OutageRules.GoesOn(alert)))
            if (state.Open.Find(open => open.Id == alert.IncidentId) is { } open)
                Replace(state, open with { LastToldAt = now });
    }

    /// <summary>Somebody has taken it on. Whoever was the first stays it.</summary>
    public static void Acknowledge(OwnerState state, OpenIncident open, string by, string? note, DateTimeOffset now)
    {
        if (open.Acknowledged is not null)
            return;
        var outage = state.Waiting.Find(waiting => waiting.Alert.Id == open.Id);
        var spared = outage?.Recipients.Where(recipient => RecipientRules.IsLater(outage, recipient, now)).Select(recipient => recipient.Channel).ToArray() ?? [];
        var words = PlainLine.From(note, NoteLimit);
        Replace(state, open with
        {
            Acknowledged = new Acknowledgement(PlainLine.From(by, NameLimit) is { Length: > 0 } name ? name : "somebody", now, words.Length > 0 ? words : null),
            Untold = [.. open.Untold, .. spared],
        });
        ChangeWaiting(state, waiting => waiting switch
        {
            { Alert.Kind: AlertKind.StillDown } when waiting.Alert.IncidentId == open.Id => waiting with { Recipients = [] },
            _ when waiting.Alert.Id == open.Id => waiting with { Recipients = [.. waiting.Recipients.Where(one => !spared.Contains(one.Channel))] },
            _ => waiting,
        });
    }

    /// <summary>Nothing more is told of it until then, or from now on again.</summary>
    public static void Mute(OwnerState state, OpenIncident open, DateTimeOffset? until, DateTimeOffset now)
    {
        Replace(state, open with { MutedUntil = until });
        var after = state.AllChannels().ToDictionary(channel => channel.Id, channel => channel.After ?? TimeSpan.Zero);
        ChangeWaiting(state, waiting => waiting.Alert.Id != open.Id ? waiting : waiting with
        {
            Recipients = [.. waiting.Recipients.Select(one => RecipientRules.IsLater(waiting, one, now) ? one with { NextAttemptAt = Planned(one) } : one)],
        });

        DateTimeOffset Planned(WaitingRecipient recipient)
        {
            var planned = open.ToldAt + after.GetValueOrDefault(recipient.Channel);
            return until > planned ? until.Value : planned;
        }
    }

    /// <summary>Puts what is known of an open incident in place of what was known before.</summary>
    public static void Replace(OwnerState state, OpenIncident open)
    {
        var index = state.Open.FindIndex(one => one.Id == open.Id);
        if (index >= 0)
            state.Open[index] = open;
    }

    private static bool ChangeWaiting(OwnerState state, Func<WaitingAlert, WaitingAlert> change)
    {
        var hasChanged = false;
        for (var i = 0; i < state.Waiting.Count; i++)
        {
            var changed = change(state.Waiting[i]);
            hasChanged |= changed.Recipients.Count != state.Waiting[i].Recipients.Count || changed.Alert.Kind != state.Waiting[i].Alert.Kind;
            state.Waiting[i] = changed;
        }

        state.Waiting.RemoveAll(waiting => waiting.Recipients.Count == 0);
        return hasChanged;
    }
}
