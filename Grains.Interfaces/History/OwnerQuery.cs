using UptimeSquirrel.Owners;

namespace UptimeSquirrel.History;

/// <summary>Which owners to list.</summary>
[GenerateSerializer, Immutable, Alias("uptime.owner-query")]
public sealed record OwnerQuery
{
    /// <summary>The largest page.</summary>
    public const int MaximumLimit = 1000;

    /// <summary>Only this owner; null = all.</summary>
    [Id(0)]
    public OwnerId? Only { get; init; }

    /// <summary>Only those whose name holds this text, upper and lower case alike.</summary>
    [Id(1)]
    public string? Search { get; init; }

    /// <summary>Continue where <see cref="OwnerPage.Next"/> says; null = from the start.</summary>
    [Id(2)]
    public string? After { get; init; }

    /// <summary>At most this many: 1 to <see cref="MaximumLimit"/>, others are brought into that range.</summary>
    [Id(3)]
    public int Limit { get; init; } = 200;
}

/// <summary>An owner in a list.</summary>
/// <param name="Id">Who.</param>
/// <param name="Websites">How many websites they have.</param>
/// <param name="Down">How many of those are down.</param>
[GenerateSerializer, Immutable, Alias("uptime.owner-summary")]
public sealed record OwnerSummary([property: Id(0)] OwnerId Id, [property: Id(1)] int Websites, [property: Id(2)] int Down);

/// <summary>One page of owners.</summary>
/// <param name="Owners">At most as many as were asked for.</param>
/// <param name="Next">Where to continue; null on the last page.</param>
[GenerateSerializer, Immutable, Alias("uptime.owner-page")]
public sealed record OwnerPage([property: Id(0)] IReadOnlyList<OwnerSummary> Owners, [property: Id(1)] string? Next);
