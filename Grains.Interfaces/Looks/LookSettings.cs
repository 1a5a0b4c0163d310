using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Looks;

/// <summary>What was said about how one website is asked and what is expected of its answer, beyond its status. Everything is optional.</summary>
[GenerateSerializer, Immutable, Alias("uptime.look-settings")]
public sealed record LookSettings
{
    /// <summary>Nothing was said.</summary>
    public static LookSettings Default { get; } = new();

    /// <summary>How to ask; null = HEAD, then GET where HEAD is refused, and GET or POST at once where the page or a body asks for it.</summary>
    [Id(0)]
    public CheckMethod? Method { get; init; }

    /// <summary>Headers to send along, at most 20 of 8 kB in all. Those that let people in are not sent to another host after a redirect.</summary>
    [Id(1)]
    public IReadOnlyList<RequestHeader> Headers { get; init; } = [];

    /// <summary>A body to send, at most 64 kB in UTF-8; null = none. Not shown again: it may hold a password.</summary>
    [Id(2)]
    public Secret? Body { get; init; }

    /// <summary>Who we say we are; null = nobody.</summary>
    [Id(3)]
    public Credentials? Credentials { get; init; }

    /// <summary>Whether a redirect is the answer, and not followed.</summary>
    [Id(4)]
    public bool StopsAtRedirect { get; init; }

    /// <summary>Whether a certificate that browsers would warn of will do.</summary>
    [Id(5)]
    public bool IgnoresCertificate { get; init; }

    /// <summary>Which kind of IP address to go through.</summary>
    [Id(6)]
    public IpFamily Family { get; init; }

    /// <summary>Words that must be in the first 64 kB of the page, in this very spelling; null = none.</summary>
    [Id(7)]
    public string? Keyword { get; init; }

    /// <summary>Words that must not be there; null = none.</summary>
    [Id(8)]
    public string? UnwantedKeyword { get; init; }

    /// <summary>A value that the answer, JSON of at most 64 kB, must have; null = none.</summary>
    [Id(9)]
    public JsonExpectation? Json { get; init; }

    /// <summary>Headers that the answer must have, at most 10.</summary>
    [Id(10)]
    public IReadOnlyList<HeaderExpectation> ExpectedHeaders { get; init; } = [];

    /// <summary>The same with something else in the place of each secret.</summary>
    public LookSettings WithSecrets(Func<Secret, Secret> change) => this with
    {
        Body = Body is null ? null : change(Body),
        Credentials = Credentials is null ? null : Credentials with { Secret = change(Credentials.Secret) },
        Headers = Headers.Any(header => header.Secret is not null)
            ? [.. Headers.Select(header => header.Secret is null ? header : header with { Secret = change(header.Secret) })]
            : Headers,
    };

    /// <summary>Whether two say the same.</summary>
    public bool IsSameAs(LookSettings other) =>
        (this with { Headers = Default.Headers, ExpectedHeaders = Default.ExpectedHeaders }).Equals(
            other with { Headers = Default.Headers, ExpectedHeaders = Default.ExpectedHeaders }) &&
        Headers.SequenceEqual(other.Headers) && ExpectedHeaders.SequenceEqual(other.ExpectedHeaders);
}
