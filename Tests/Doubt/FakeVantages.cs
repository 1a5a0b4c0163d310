using System.Net;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Vantages;

namespace UptimeSquirrel.Tests.Doubt;

/// <summary>Other silos that see what the test says.</summary>
internal sealed class FakeVantages : IVantages
{
    private static readonly Problem _problem = new(FailureKind.BadStatus, "The server answered 503.", "HTTP 503");

    /// <summary>Whether such a silo sees an address up; null = it does not answer. Called with the silo's name and the address.</summary>
    public Func<string, string, bool?> Sees { get; set; } = (_, _) => true;

    public IReadOnlyList<string> Names { get; set; } = [];

    public Vantage Here { get; } = Silo("berlin-1");

    public IReadOnlyList<Vantage> Others => [.. Names.Select(Silo)];

    public Task<Sighting?> LookAsync(Vantage vantage, CheckRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Sees(vantage.Silo, request.Url.Text) is { } isUp
            ? new Sighting
            {
                Silo = vantage.Silo,
                Region = vantage.Region,
                At = Clock.GetUtcNow() + TimeSpan.FromMilliseconds(100),      // our own look comes first
                Took = TimeSpan.FromMilliseconds(70),
                StatusCode = isUp ? 200 : 503,
                Problem = isUp ? null : _problem,
            }
            : null);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    private static Vantage Silo(string name) => new(name, "default", SiloAddress.New(IPAddress.Loopback, 11111, 1));
}
