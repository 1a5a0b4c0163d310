namespace UptimeSquirrel.Grains.Doubt;

/// <summary>Whether this silo may trust its own eyes. One for each silo.</summary>
public interface ISelfDoubt
{
    /// <summary>The doubt this silo is in; null while it trusts what it sees.</summary>
    DoubtEpisode? Episode { get; }

    /// <summary>Whether what this silo sees failing counts for nothing, here and for others.</summary>
    bool IsInDoubt => Episode is not null;

    /// <summary>Notes a look at a website that was up until now. Costs next to nothing when it is healthy.</summary>
    void Note(in SampleWebsite website, bool isHealthy);

    /// <summary>Notes a failing look that is not counted.</summary>
    void NoteDoubted();

    /// <summary>Whether a website may be called down on what this silo saw.</summary>
    /// <param name="website">The website.</param>
    /// <returns>
    /// False while in doubt. The reference addresses are looked at first, which may begin a doubt and takes some seconds when none of
    /// them answers: the silos of one cluster may all hang on one cable.
    /// </returns>
    Task<bool> MayCallDownAsync(SampleWebsite website);
}
