using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>What is known of a job's calls, for people.</summary>
internal static class HeartbeatText
{
    public static void Add(Listing grid, HeartbeatSummary heartbeat, HeartbeatSettings rhythm, DateTimeOffset now, TimeProvider clock)
    {
        grid.Add("Last call", heartbeat.HeardAt is { } heardAt ? StatusText.When(heardAt, now, clock) : "none yet");
        grid.Add("Has to call", $"every {Duration.Format(rhythm.Every)}, at most {Duration.Format(rhythm.Grace)} late; next by {Wording.Local(heartbeat.DueAt, clock)}");
    }
}
