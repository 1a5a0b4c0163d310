using Orleans.Concurrency;

namespace UptimeSquirrel.Grains.Websites;

/// <summary>The side of a website's grain that other parts of a silo see to it with that nothing gets stuck.</summary>
[Alias("uptime.website-recall")]
internal interface IWebsiteRecall : IGrainWithGuidKey
{
    /// <summary>Takes back a state from the spool, whose alerts the owner's grain has accepted.</summary>
    /// <param name="state">What was kept. It counts when it has decided more alerts than what is known here: then this grain has forgotten some in a crash.</param>
    /// <returns>Whether everything is in the database now.</returns>
    [Alias("TakeBack")]
    Task<bool> TakeBackAsync(string state);

    /// <summary>
    /// Brings it into memory, where it goes on with what the last silo was in the middle of. One that is there already and has nothing unfinished reads
    /// what is stored: a silo that was frozen may have stored something since.
    /// </summary>
    [Alias("Wake"), AlwaysInterleave, ResponseTimeout("00:00:10")]
    Task WakeAsync();
}
