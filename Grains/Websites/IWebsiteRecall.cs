namespace UptimeSquirrel.Grains.Websites;

/// <summary>The side of a website's grain that takes back what it could not save while the database was away.</summary>
[Alias("uptime.website-recall")]
internal interface IWebsiteRecall : IGrainWithGuidKey
{
    /// <summary>Takes back a state from the spool, whose alerts the owner's grain has accepted.</summary>
    /// <param name="state">What was kept. It counts when it has decided more alerts than what is known here: then this grain has forgotten some in a crash.</param>
    /// <returns>Whether everything is in the database now.</returns>
    [Alias("TakeBack")]
    Task<bool> TakeBackAsync(string state);
}
