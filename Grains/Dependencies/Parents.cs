using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Dependencies;

/// <summary>Asks the websites on which another depends.</summary>
internal sealed class Parents(IGrainFactory grains)
{
    /// <summary>Tells the parent that a child has begun to fail, so that it is looked at by the time the child is called down. Waits for nothing.</summary>
    public void Warn(WebsiteId child, WebsiteUrl parent, WebsiteState state, DateTimeOffset failingSince) =>
        AskAsync(state.Owner, parent, new ChildNote(child, state.Settings.Name, failingSince, IsDown: false)).Ignore();

    /// <summary>Asks all websites above a child that is down, up to the first that is not, and lets each that is note the child.</summary>
    /// <remarks>Two that depend on each other, which two registrations at the same moment can bring about, are both told.</remarks>
    public async Task<ParentVerdict> JudgeAsync(WebsiteId child, WebsiteState state, DateTimeOffset failingSince)
    {
        var note = new ChildNote(child, state.Settings.Name, failingSince, IsDown: true);
        ParentVerdict? verdict = null;
        var next = state.Settings.Parent;
        for (var depth = 1; depth < ParentRules.MaximumDepth && next is not null; depth++)
        {
            if (next == state.Url)
                return ParentVerdict.Tell;
            var report = await TryAskAsync(state.Owner, next, note);
            verdict ??= ParentRules.Judge(report, failingSince);
            next = report is { Standing: Standing.Down } ? report.Parent : null;
        }

        return verdict ?? ParentVerdict.Tell;
    }

    /// <summary>Why a website cannot depend on another, in one sentence; null when it can.</summary>
    public async Task<string?> FindProblemAsync(OwnerId owner, WebsiteUrl child, WebsiteUrl parent)
    {
        var next = parent;
        for (var depth = 1; depth < ParentRules.MaximumDepth; depth++)
        {
            if (next == child)
                return $"{child} cannot depend on {parent}, which itself depends on {child}: expected a parent that works without it.";
            if (await AskAsync(owner, next, child: null) is not { } report)
                return depth > 1 ? null : $"The parent {parent} is not watched for the owner '{owner}': 'squirrel add {parent} --owner {owner}' changes that.";
            if (report.Parent is null)
                return null;
            next = report.Parent;
        }

        return $"{child} cannot depend on {parent}: expected at most {ParentRules.MaximumDepth} websites that depend on one another in a row.";
    }

    private Task<ParentReport?> AskAsync(OwnerId owner, WebsiteUrl parent, ChildNote? child) =>
        grains.GetGrain<IParentWebsite>(WebsiteId.From(owner, parent).Value).ReportAsync(child);

    // A parent that cannot be asked must not keep its children's owner in the dark.
    private async Task<ParentReport?> TryAskAsync(OwnerId owner, WebsiteUrl parent, ChildNote child)
    {
        try
        {
            return await AskAsync(owner, parent, child);
        }
        catch (Exception)
        {
            return null;
        }
    }
}
