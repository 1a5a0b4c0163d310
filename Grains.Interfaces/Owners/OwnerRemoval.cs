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
    public bool Any => Websites + StatusPages + Keys + Users > 0;

    /// <summary>Why the owner cannot be taken away, and what to do first.</summary>
    public string Explain(OwnerId owner)
    {
        var rest = new[] { Of(Websites, "website"), Of(StatusPages, "status page"), Of(Keys, "API key"), Of(Users, "user") }.OfType<string>().ToList();
        var many = rest.Count > 1 ? $"{string.Join(", ", rest[..^1])} and {rest[^1]}" : string.Concat(rest);
        var todo = new[]
        {
            Websites > 0 ? "remove the websites" : null, StatusPages > 0 ? "remove the status pages or make them another owner's" : null,
            Keys > 0 ? "revoke the keys" : null, Users > 0 ? "remove the users or bind them to another owner" : null,
        };
        return $"'{owner}' cannot be removed: {many} still {(Websites + StatusPages + Keys + Users == 1 ? "belongs" : "belong")} to it. First {string.Join(", ", todo.OfType<string>())}.";
    }

    private static string? Of(int count, string noun) => count == 0 ? null : $"{count} {noun}{(count == 1 ? "" : "s")}";
}
