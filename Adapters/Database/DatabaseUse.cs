namespace UptimeSquirrel.Adapters.Database;

/// <summary>What a pool of connections is for.</summary>
internal enum DatabaseUse
{
    Membership = 0,
    Reminders = 1,
    GrainState = 2,
    Journal = 3,
    Reading = 4,
    Health = 5,
}
