namespace UptimeSquirrel.Faults;

/// <summary>Reminders with a fault point before and after each one of an owner's that is set or ended.</summary>
internal sealed class FaultyReminders(IReminderTable inner, FaultPoints points) : IReminderTable
{
    public Task StartAsync(CancellationToken cancellationToken = default) => inner.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken = default) => inner.StopAsync(cancellationToken);

    public Task<ReminderTableData> ReadRows(GrainId grainId) => inner.ReadRows(grainId);

    public Task<ReminderTableData> ReadRows(uint begin, uint end) => inner.ReadRows(begin, end);

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => inner.ReadRow(grainId, reminderName);

    public Task<string?> UpsertRow(ReminderEntry entry) => entry.GrainId.Type.ToString() == "owner-notification"
        ? points.AroundAsync($"{entry.ReminderName} reminder", () => inner.UpsertRow(entry))
        : inner.UpsertRow(entry);

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) => grainId.Type.ToString() == "owner-notification"
        ? points.AroundAsync($"{reminderName} reminder end", () => inner.RemoveRow(grainId, reminderName, eTag))
        : inner.RemoveRow(grainId, reminderName, eTag);

    public Task TestOnlyClearTable() => inner.TestOnlyClearTable();
}
