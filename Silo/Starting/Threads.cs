namespace UptimeSquirrel.Silo.Starting;

/// <summary>How many threads a silo works with.</summary>
internal static class Threads
{
    private const int LeastWithSqlite = 16;

    /// <summary>
    /// Has the pool begin with more threads than a small machine has cores, where they are kept from their work: SQLite keeps a thread until the disk has what it
    /// writes. On two cores nobody would be left to answer, and of itself the pool adds another only after half a second.
    /// </summary>
    public static void PrepareForSqlite()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, LeastWithSqlite), completions);
    }
}
