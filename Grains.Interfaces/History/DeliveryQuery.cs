using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.History;

/// <summary>Which attempts to tell somebody something to read.</summary>
[GenerateSerializer, Immutable, Alias("uptime.delivery-query")]
public sealed record DeliveryQuery
{
    /// <summary>The most one answer holds.</summary>
    public const int MaximumLimit = 1000;

    /// <summary>Only this owner's; null = everyone's.</summary>
    [Id(0)]
    public OwnerId? Owner { get; init; }

    /// <summary>Only those about this website; null = about all.</summary>
    [Id(1)]
    public WebsiteId? Website { get; init; }

    /// <summary>At most this many: 1 to <see cref="MaximumLimit"/>, others are brought into that range.</summary>
    [Id(2)]
    public int Limit { get; init; } = 100;

    /// <summary>Continue where <see cref="DeliveryPage.Next"/> says; null = from the newest.</summary>
    [Id(10)]
    public string? After { get; init; }
}

/// <summary>One page of the log of deliveries.</summary>
/// <param name="Deliveries">Newest first.</param>
/// <param name="Next">Where to continue; null on the last page.</param>
[GenerateSerializer, Immutable, Alias("uptime.delivery-page")]
public sealed record DeliveryPage([property: Id(0)] IReadOnlyList<Delivery> Deliveries, [property: Id(1)] string? Next);
