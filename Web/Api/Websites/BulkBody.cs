namespace UptimeSquirrel.Web.Api.Websites;

/// <summary>Something to do to many websites.</summary>
public sealed record BulkBody
{
    /// <summary>What to do.</summary>
    public required BulkAction Action { get; init; }

    /// <summary>To which websites: all that match. One that names nothing is refused unless <see cref="All"/> is true.</summary>
    public WebsiteFilter Filter { get; init; } = new();

    /// <summary>Whether a filter that names nothing is meant so.</summary>
    public bool All { get; init; }

    /// <summary>Whether only to count, and to do nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>The <c>next</c> of the answer before, to go on where that ended.</summary>
    public string? After { get; init; }
}

/// <summary>What can be done to many websites.</summary>
public enum BulkAction
{
    /// <summary>Stop checking.</summary>
    Pause,

    /// <summary>Check again.</summary>
    Resume,

    /// <summary>Look now.</summary>
    Check,

    /// <summary>Stop watching for good.</summary>
    Remove,
}

/// <summary>What became of it.</summary>
/// <param name="Matched">How many websites match in all.</param>
/// <param name="Done">To how many it was done now: at most 500 at once.</param>
/// <param name="Failed">Those it could not be done to, each with a sentence that says why.</param>
/// <param name="Next">What to send as <c>after</c> to go on; null when all is done.</param>
public sealed record BulkResult(int Matched, int Done, IReadOnlyList<BulkFailure> Failed, string? Next);

/// <summary>A website to which something could not be done.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Url">Its address.</param>
/// <param name="Problem">Why, in a sentence.</param>
public sealed record BulkFailure(Guid Id, string Url, string Problem);
