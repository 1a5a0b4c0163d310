using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>What is left of an owner that is taken away.</summary>
internal static class OwnerRemovalRules
{
    private const string Reason = "Given up: the owner was removed before this could be told.";

    /// <summary>Forgets how the owner is reached and everything there was to tell. What was accepted before is still recognised.</summary>
    /// <param name="state">The owner; changed.</param>
    /// <param name="owner">Who that is.</param>
    /// <param name="now">The time.</param>
    /// <returns>For the record: what is told to nobody now, for each channel it waited for.</returns>
    public static IReadOnlyList<Delivery> Remove(OwnerState state, OwnerId owner, DateTimeOffset now)
    {
        var channels = state.AllChannels().ToDictionary(channel => channel.Id);
        Delivery[] givenUp =
        [
            .. state.Waiting.SelectMany(
                waiting => waiting.Recipients.Where(recipient => channels.ContainsKey(recipient.Channel)),
                (waiting, recipient) => DeliveryWriter.Write(owner, channels[recipient.Channel], waiting.Alert, recipient.Attempts + 1, now, DeliveryOutcome.GaveUp, Reason)),
        ];
        (state.Emails, state.Channels, state.Troubles, state.Templates) = ([], [], [], []);
        (state.Waiting, state.Open, state.Hours) = ([], [], []);
        (state.Quiet, state.DigestWindow, state.Reports) = (null, null, null);
        state.RemovedAt = now;
        return givenUp;
    }
}
