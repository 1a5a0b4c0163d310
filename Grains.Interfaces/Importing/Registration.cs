using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Importing;

/// <summary>One website to be registered: a line whose owner is known.</summary>
internal sealed record Registration(ListLine Line, OwnerId Owner)
{
    public WebsiteId Id => WebsiteId.From(Owner, Line.Url);

    /// <summary>Whose website a line is: what it says itself, else what the caller said, else its first address.</summary>
    public static Registration Of(ListLine line, OwnerId? named) =>
        new(line, line.Owner ?? named ?? (line.Emails.Count > 0 ? OwnerId.Parse(line.Emails[0].Text) : OwnerId.Default));

    public ImportedLine Became(ImportOutcome outcome, string? problem = null) => new(Line.Number, Line.Url, Owner, outcome, problem);

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
        var wanted = Line.Changes;
        var isSame = (wanted.Name is null || wanted.Name.Trim() == present.Settings.Name) &&
                     (wanted.Interval is null || wanted.Interval == (present.Settings.Heartbeat?.Every ?? present.Settings.Interval)) &&
                     (wanted.Grace is null || wanted.Grace == present.Settings.Heartbeat?.Grace) &&
                     (wanted.Tags is null || wanted.Tags.Select(tag => tag.Trim().ToLowerInvariant()).ToHashSet().SetEquals(present.Settings.Tags));
        return isSame ? ImportOutcome.Unchanged : ImportOutcome.Changed;
    }
}
