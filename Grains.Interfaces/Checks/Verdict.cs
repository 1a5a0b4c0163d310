namespace UptimeSquirrel.Checks;

/// <summary>What one check result means.</summary>
/// <param name="Problem">What is wrong; null when nothing is.</param>
[GenerateSerializer, Immutable, Alias("uptime.verdict")]
public sealed record Verdict([property: Id(0)] Problem? Problem)
{
    /// <summary>The website answers as it should.</summary>
    public static Verdict Healthy { get; } = new((Problem?)null);

    /// <summary>Whether the website answers as it should.</summary>
    public bool IsHealthy => Problem is null;

    /// <summary>Whether the website was not seen at all, so that this says nothing about it: neither good nor bad.</summary>
    public bool CouldNotLook => Problem is { } problem && FailureKinds.IsNoNews(problem.Kind);
}

/// <summary>What is wrong with a website, for people.</summary>
/// <param name="Kind">What went wrong, for machines.</param>
/// <param name="Sentence">One plain sentence that a shop owner understands.</param>
/// <param name="Cause">The technical cause, for the person who mends it, for example <c>HTTP 503 Service Unavailable</c>.</param>
[GenerateSerializer, Immutable, Alias("uptime.problem")]
public sealed record Problem([property: Id(0)] FailureKind Kind, [property: Id(1)] string Sentence, [property: Id(2)] string Cause);
