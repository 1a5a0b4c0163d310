using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Owners.Bundles;

/// <summary>Which alerts become one message.</summary>
internal static class BundleRules
{
    /// <summary>Until when alerts are gathered for the message that an alert accepted now becomes part of; null = it is told on its own.</summary>
    public static DateTimeOffset? Until(OwnerState state, DateTimeOffset now, TimeSpan window)
    {
        if (window <= TimeSpan.Zero)
            return null;
        var open = state.Waiting.FindLast(waiting => waiting.BundleUntil > now && waiting.BundleUntil <= now + window);
        return open?.BundleUntil ?? now + window;
    }

    /// <summary>
    /// The messages that wait for a channel, oldest first. About one website everybody is told things in the order they happened: "up again" waits
    /// until "down" has been told or given up, and so does a message in which it is one of many.
    /// </summary>
    public static IEnumerable<DueMessage> InTurn(OwnerState state, string channel, int most)
    {
        var earlier = new HashSet<WebsiteId>();
        var seen = new HashSet<Gathering>();
        for (var i = 0; i < state.Waiting.Count; i++)
        {
            var waiting = state.Waiting[i];
            if (Outbox.Find(waiting, channel) is not { } recipient)
                continue;
            if (Gathering.Of(waiting, recipient, most) is { } gathering)
            {
                if (seen.Add(gathering) && Gather(state, channel, most, gathering, from: i, earlier) is { } message)
                    yield return message;
            }
            else if (earlier.Add(waiting.Alert.Website))
            {
                yield return new DueMessage([waiting], recipient, recipient.NextAttemptAt);
            }
        }
    }

    // One whose website has something older to tell keeps the whole message waiting: it stays the same message at every attempt.
    private static DueMessage? Gather(OwnerState state, string channel, int most, Gathering gathering, int from, HashSet<WebsiteId> earlier)
    {
        var members = new List<WaitingAlert>();
        var websites = new HashSet<WebsiteId>();
        var others = new HashSet<WebsiteId>();
        var (isInTurn, due, first) = (true, DateTimeOffset.MaxValue, (WaitingRecipient?)null);
        for (var i = from; i < state.Waiting.Count; i++)
        {
            var waiting = state.Waiting[i];

            // Those of one window stand together, but for what is held. Looking no further keeps thousands of messages that wait for a dead channel cheap.
            if (!gathering.IsFolded && waiting is { HeldUntil: null, BundleUntil: { } other } && other > gathering.Until)
                break;
            if (Outbox.Find(waiting, channel) is not { } recipient)
                continue;
            var website = waiting.Alert.Website;
            if (Gathering.Of(waiting, recipient, most) != gathering)
            {
                others.Add(website);
                continue;
            }

            websites.Add(website);
            if (members.Count == most)
                continue;
            members.Add(waiting);
            first ??= recipient;
            isInTurn &= !earlier.Contains(website) && !others.Contains(website);
            due = recipient.NextAttemptAt < due ? recipient.NextAttemptAt : due;
        }

        earlier.UnionWith(websites);
        return isInTurn ? new DueMessage(members, first!, due > gathering.Until ? due : gathering.Until) : null;
    }

    /// <summary>What makes alerts parts of one message: among those that a channel is to tell later, only those that it is to tell at the same time.</summary>
    private readonly record struct Gathering(DateTimeOffset Until, DateTimeOffset? Later, bool IsFolded)
    {
        public static Gathering? Of(WaitingAlert waiting, WaitingRecipient recipient, int most) =>
            recipient.FoldedUntil is { } folded ? new Gathering(folded, Later: null, IsFolded: true)
            : most > 1 && waiting.BundleUntil is { } until ? new Gathering(until, recipient.Attempts == 0 && recipient.NextAttemptAt > until ? recipient.NextAttemptAt : null, IsFolded: false)
            : null;
    }
}
