namespace UptimeSquirrel.Grains.Owners;

// The durable reminder that brings this grain back into memory after a crash, while something waits.
internal sealed partial class OwnerNotificationGrain
{
    // The gate keeps setting and stopping apart: an alert accepted while the reminder is being stopped sets it anew afterwards.
    private async Task EnsureReminderAsync()
    {
        await _reminderGate.WaitAsync();
        try
        {
            if (!_hasReminder)
                await this.RegisterOrUpdateReminder(ReminderName, _wakeEvery, _wakeEvery);
            _hasReminder = true;
        }
        finally
        {
            _reminderGate.Release();
        }
    }

    private async Task StopReminderAsync()
    {
        await _reminderGate.WaitAsync();
        try
        {
            if (HasWork)
                return;
            _hasReminder = false;
            if (await this.GetReminder(ReminderName) is { } reminder)
                await this.UnregisterReminder(reminder);
        }
        finally
        {
            _reminderGate.Release();
        }
    }
}
