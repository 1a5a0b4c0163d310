namespace UptimeSquirrel.Grains.Absence;

/// <summary>A local file that takes what the database cannot. Not for use by several threads at a time.</summary>
public interface ISpoolFile
{
    /// <summary>Takes over what processes of this machine that died have left behind, oldest first. Call it once, before anything else.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read or write there.</exception>
    IReadOnlyList<SpoolEntry> Open();

    /// <summary>Writes one entry down. When this returns, it is on the disk and outlives a loss of power.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write there.</exception>
    void Append(SpoolEntry entry);

    /// <summary>Forgets everything written so far.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    void Clear();
}
