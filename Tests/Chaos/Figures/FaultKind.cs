namespace UptimeSquirrel.Chaos.Figures;

/// <summary>What is done to the cluster.</summary>
internal enum FaultKind
{
    /// <summary><c>kill -9</c> of a silo, which comes back later.</summary>
    Kill,

    /// <summary>SIGSTOP of a silo, later SIGCONT.</summary>
    Freeze,

    /// <summary>SIGTERM of a silo, which comes back later.</summary>
    Stop,

    /// <summary>PostgreSQL restarts.</summary>
    DatabaseRestart,

    /// <summary>PostgreSQL is away for a while.</summary>
    DatabaseAway,

    /// <summary>The cable of a silo is pulled, and put back later.</summary>
    Cut,
}
