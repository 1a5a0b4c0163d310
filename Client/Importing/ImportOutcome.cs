namespace UptimeSquirrel.Client.Importing;

/// <summary>What became of a line.</summary>
internal enum ImportOutcome
{
    Created,
    Changed,
    Unchanged,

    /// <summary>The same website of the same owner as an earlier line.</summary>
    Duplicate,

    /// <summary>It is in order, but nothing that can be watched here.</summary>
    Skipped,

    /// <summary>It cannot be read, or the cluster does not take such settings.</summary>
    Bad,

    /// <summary>The cluster did not answer, however often it was asked.</summary>
    Failed,
}
