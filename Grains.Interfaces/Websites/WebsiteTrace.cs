using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Websites;

/// <summary>A look at a website that was made to be told about, step by step.</summary>
[GenerateSerializer, Immutable, Alias("uptime.website-trace")]
public sealed record WebsiteTrace
{
    /// <summary>Which silo looked, by its name.</summary>
    [Id(0)]
    public required string Silo { get; init; }

    /// <summary>What it saw, with <see cref="CheckResult.Trace"/>.</summary>
    [Id(1)]
    public required CheckResult Result { get; init; }

    /// <summary>What that means.</summary>
    [Id(2)]
    public required Verdict Verdict { get; init; }

    /// <summary>The rule that decided so, in words.</summary>
    [Id(3)]
    public required string Rule { get; init; }
}
