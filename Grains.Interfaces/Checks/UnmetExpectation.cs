namespace UptimeSquirrel.Checks;

/// <summary>What an answer does not have that it must have, or the reverse.</summary>
/// <param name="Kind">Which expectation it is, for machines.</param>
/// <param name="Expected">What was expected: words, a value, the name of a header.</param>
/// <param name="Place">Where: the path in the JSON, the name of the header; null when it is the page.</param>
/// <param name="Found">What was there instead, cut to 100 characters; null when that says nothing.</param>
[GenerateSerializer, Immutable, Alias("uptime.unmet-expectation")]
public sealed record UnmetExpectation(
    [property: Id(0)] FailureKind Kind,
    [property: Id(1)] string? Expected,
    [property: Id(2)] string? Place = null,
    [property: Id(3)] string? Found = null)
{
    /// <summary>Whether only the first 64 kB were read of an answer that is longer.</summary>
    [Id(4)]
    public bool IsCut { get; init; }
}
