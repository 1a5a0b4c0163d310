namespace UptimeSquirrel.Owners;

/// <summary>One thing to change about an owner.</summary>
[GenerateSerializer, Immutable, Alias("uptime.owner-change")]
public abstract record OwnerChange
{
    private OwnerChange()
    {
    }

    /// <summary>Other e-mail addresses are told.</summary>
    /// <param name="All">At most 20; none at all means that nobody gets a mail.</param>
    [GenerateSerializer, Immutable, Alias("uptime.owner-change-emails")]
    public sealed record Emails([property: Id(0)] IReadOnlyList<EmailAddress> All) : OwnerChange;

    /// <summary>The owner does not want to be disturbed at other times.</summary>
    /// <param name="Hours">When; null = always told at once.</param>
    [GenerateSerializer, Immutable, Alias("uptime.owner-change-quiet")]
    public sealed record Quiet([property: Id(0)] QuietHours? Hours) : OwnerChange;

    /// <summary>The owner's alerts are gathered for another time.</summary>
    /// <param name="Window">How long, zero to 5 minutes; at zero each alert is a message of its own. Null = as long as the installation says.</param>
    [GenerateSerializer, Immutable, Alias("uptime.owner-change-digest")]
    public sealed record Digest([property: Id(0)] TimeSpan? Window) : OwnerChange;

    /// <summary>The owner gets reports in another way.</summary>
    /// <param name="Plan">How often; null = none.</param>
    [GenerateSerializer, Immutable, Alias("uptime.owner-change-report")]
    public sealed record Report([property: Id(0)] ReportPlan? Plan) : OwnerChange;
}

/// <summary>What came of a change.</summary>
/// <param name="IsOutdated">Somebody else has changed the owner since it was read, so nothing was changed now.</param>
/// <param name="Problems">What is wrong with what was to be set, a sentence each; empty when nothing is.</param>
[GenerateSerializer, Immutable, Alias("uptime.owner-change-result")]
public sealed record OwnerChangeResult([property: Id(0)] bool IsOutdated, [property: Id(1)] IReadOnlyList<string> Problems);
