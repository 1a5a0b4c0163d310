namespace UptimeSquirrel.Tests.Adapters.Email;

/// <summary>Fails in a way nobody foresaw, with words that name somebody.</summary>
internal sealed class BrokenClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException($"Not now, {Alerts.Ann.Text}");
}
