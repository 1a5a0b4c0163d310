namespace UptimeSquirrel.Owners;

/// <summary>What came of taking an owner away.</summary>
/// <param name="Outcome">Whether it was done.</param>
/// <param name="Bonds">What still belongs to the owner, when that is why nothing was done; null otherwise.</param>
/// <param name="GivenUp">How many alerts waited to be told and will not be; each stands in the log of deliveries.</param>
[GenerateSerializer, Immutable, Alias("uptime.owner-removal")]
public sealed record OwnerRemoval(
    [property: Id(0)] OwnerRemovalOutcome Outcome, [property: Id(1)] OwnerBonds? Bonds = null, [property: Id(2)] int GivenUp = 0);

/// <summary>Whether an owner was taken away.</summary>
[GenerateSerializer, Alias("uptime.owner-removal-outcome")]
public enum OwnerRemovalOutcome
{
    /// <summary>It was.</summary>
    Removed = 0,

    /// <summary>Nothing was known of this owner.</summary>
    Unknown = 1,

    /// <summary>Somebody else has changed the owner since it was read, so nothing was done.</summary>
    Outdated = 2,

    /// <summary>Something still belongs to the owner, so nothing was done.</summary>
    Bound = 3,
}

/// <summary>What would be left without an owner, or come to life again with the next owner of the same name.</summary>
/// <param name="Websites">Websites that are watched for the owner.</param>
/// <param name="StatusPages">Status pages that are the owner's.</param>
/// <param name="Keys">API keys that are bound to the owner, also those that have expired.</param>
/// <param name="Users">People who see this owner's websites only.</param>
[GenerateSerializer, Immutable, Alias("uptime.owner-bonds")]
public sealed record OwnerBonds([property: Id(0)] int Websites, [property: Id(1)] int StatusPages, [property: Id(2)] int Keys, [property: Id(3)] int Users)
{
    /// <summary>Whether there is anything at all.</summary>
    public bool Any => Total > 0;

    private int Total => Websites + StatusPages + Keys + Users;

    /// <summary>Why the owner cannot be taken away, and what to do first.</summary>
    public string Explain(OwnerId owner)
    {
        (int Count, string Noun, string Todo)[] all =
        [
            (Websites, "website", "remove the websites"),
            (StatusPages, "status page", "remove the status pages or make them another owner's"),
            (Keys, "API key", "revoke the keys"),
            (Users, "user", "remove the users or bind them to another owner"),
        ];
        var left = all.Where(one => one.Count > 0).ToList();
        var counted = left.ConvertAll(one => $"{one.Count} {one.Noun}{(one.Count == 1 ? "" : "s")}");
        var many = counted.Count > 1 ? $"{string.Join(", ", counted[..^1])} and {counted[^1]}" : string.Concat(counted);
        return $"'{owner}' cannot be removed: {many} still {(Total == 1 ? "belongs" : "belong")} to it. First {string.Join(", ", left.Select(one => one.Todo))}.";
    }
}
