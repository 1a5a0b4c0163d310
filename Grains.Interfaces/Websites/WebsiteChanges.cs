using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;

namespace UptimeSquirrel.Websites;

/// <summary>What to set on a website; null leaves a setting as it is, or at its default for a new website.</summary>
[GenerateSerializer, Immutable, Alias("uptime.website-changes")]
public sealed record WebsiteChanges
{
    /// <summary>Changes nothing: every default for a new website.</summary>
    public static WebsiteChanges None { get; } = new();

    /// <inheritdoc cref="WebsiteSettings.Name"/>
    [Id(0)]
    public string? Name { get; init; }

    /// <inheritdoc cref="WebsiteSettings.Interval"/>
    [Id(1)]
    public TimeSpan? Interval { get; init; }

    /// <inheritdoc cref="WebsiteSettings.Timeout"/>
    [Id(2)]
    public TimeSpan? Timeout { get; init; }

    /// <inheritdoc cref="WebsiteSettings.Accept"/>
    [Id(3)]
    public AcceptedStatuses? Accept { get; init; }

    /// <inheritdoc cref="WebsiteSettings.Tags"/>
    [Id(4)]
    public IReadOnlyList<string>? Tags { get; init; }

    /// <inheritdoc cref="WebsiteSettings.Look"/>
    [Id(5)]
    public LookChanges? Look { get; init; }

    /// <inheritdoc cref="WebsiteSettings.Patience"/>
    [Id(6)]
    public PatienceSettings? Patience { get; init; }

    /// <summary>Settings that are taken back, so that the default holds again. What is set at the same time stays set.</summary>
    [Id(7)]
    public IReadOnlyList<SettingName> Unset { get; init; } = [];

    /// <summary>Only if this is still its <see cref="WebsiteStatus.Revision"/>; null = whatever it is.</summary>
    [Id(10)]
    public long? IfRevision { get; init; }

    /// <summary>Whether a website that is not registered is to stay so.</summary>
    [Id(11)]
    public bool OnlyIfKnown { get; init; }

    /// <summary>Whether a website that is registered already is to stay as it is: of two who add it at once, one does.</summary>
    [Id(12)]
    public bool OnlyIfNew { get; init; }

    /// <summary>Whether this is all that is said about the website: what is null here is as for a new website of its owner, whatever was set before.</summary>
    [Id(40)]
    public bool IsWhole { get; init; }

    /// <inheritdoc cref="WebsiteSettings.Warnings"/>
    [Id(20)]
    public WarningSettings? Warnings { get; init; }

    /// <inheritdoc cref="HeartbeatSettings.Grace"/>
    /// <remarks>Only for a heartbeat, whose <see cref="Interval"/> is <see cref="HeartbeatSettings.Every"/>.</remarks>
    [Id(30)]
    public TimeSpan? Grace { get; init; }

    /// <inheritdoc cref="WebsiteSettings.Parent"/>
    [Id(25)]
    public WebsiteUrl? Parent { get; init; }

    /// <summary>Whether it depends on nothing from now on; together with a <see cref="Parent"/> the parent counts.</summary>
    [Id(26)]
    public bool RemoveParent { get; init; }
}
