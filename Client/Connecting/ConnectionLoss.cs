namespace UptimeSquirrel.Client.Connecting;

/// <summary>Whether the last gateway is gone; a silo that comes back is found again.</summary>
internal sealed class ConnectionLoss
{
    private readonly Lock door = new();
    private TaskCompletionSource happened = New();

    /// <summary>Done when, and as long as, there is no gateway left.</summary>
    public Task Happened
    {
        get
        {
            lock (door)
                return happened.Task;
        }
    }

    public void Lost()
    {
        lock (door)
            happened.TrySetResult();
    }

    public void Recovered()
    {
        lock (door)
            happened = happened.Task.IsCompleted ? New() : happened;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
