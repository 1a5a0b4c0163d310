using UptimeSquirrel.Looks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Importing;

/// <summary>One website to be registered: a line whose owner is known.</summary>
internal sealed record Registration(ListLine Line, OwnerId Owner)
{
    public WebsiteId Id => WebsiteId.From(Owner, Line.Url);

    /// <summary>The website it is to depend on; null when on none.</summary>
    public WebsiteId? Parent => Line.Changes.Parent is { } parent ? WebsiteId.From(Owner, parent) : null;

    /// <summary>Whose website a line is: what it says itself, else what the caller said, else its first address.</summary>
    public static Registration Of(ListLine line, OwnerId? named) =>
        new(line, line.Owner ?? named ?? (line.Emails.Count > 0 ? OwnerId.Parse(line.Emails[0].Text) : OwnerId.Default));

    public ImportedLine Became(ImportOutcome outcome, string? problem = null) =>
        new(Line.Number, Line.Url, Owner, outcome, problem) { Name = Line.Name, Remarks = Line.Remarks };

    public ImportedLine Became(RegistrationResult result) => result.Outcome switch
    {
        RegistrationOutcome.Created => Became(ImportOutcome.Created),
        RegistrationOutcome.Changed => Became(ImportOutcome.Changed),
        RegistrationOutcome.Unchanged => Became(ImportOutcome.Unchanged),
        _ => Became(ImportOutcome.Bad, string.Join(' ', result.Problems.Select(problem => problem.Message))),
    };

    /// <summary>What registering would do to a website that is this now.</summary>
    public ImportOutcome Preview(WebsiteStatus? present)
    {
        if (present is null)
            return ImportOutcome.Created;
        var (wanted, has) = (Line.Changes, present.Settings);
        var isSame = (wanted.Name is null || wanted.Name.Trim() == has.Name) &&
                     (wanted.Interval is null || wanted.Interval == (has.Heartbeat?.Every ?? has.Interval)) &&
                     (wanted.Grace is null || wanted.Grace == has.Heartbeat?.Grace) &&
                     (wanted.Timeout is null || wanted.Timeout == has.Timeout) &&
                     (wanted.Accept is null || wanted.Accept == has.Accept) &&
                     (wanted.Parent is null || wanted.Parent == has.Parent) &&
                     (wanted.Warnings?.SlowAfter is not { } slow || slow == (has.Warnings?.SlowAfter ?? TimeSpan.Zero)) &&
                     (wanted.Warnings?.Certificate is not { } certificate || certificate == (has.Warnings?.Certificate ?? true)) &&
                     (wanted.Warnings?.Domain is not { } domain || domain == (has.Warnings?.Domain ?? true)) &&
                     (wanted.Tags is null || wanted.Tags.Select(tag => tag.Trim().ToLowerInvariant()).ToHashSet().SetEquals(has.Tags)) &&
                     IsSame(wanted.Look, has.Look) && IsSame(wanted.Patience, has.Patience);
        return isSame ? ImportOutcome.Unchanged : ImportOutcome.Changed;
    }

    // Secrets are not shown to anybody, so one that is said may be another than the one that is set.
    private static bool IsSame(LookChanges? wanted, LookSettings? has) =>
        wanted is null || (wanted.ApplyTo(has, []) ?? LookSettings.Default).IsSameAs(has ?? LookSettings.Default);

    private static bool IsSame(PatienceSettings? wanted, PatienceSettings? has) =>
        wanted is null ||
        ((wanted.RecheckDelays is null || (has?.RecheckDelays is { } delays && wanted.RecheckDelays.SequenceEqual(delays))) &&
         (wanted.SuccessesBeforeUp is null || wanted.SuccessesBeforeUp == has?.SuccessesBeforeUp));
}
