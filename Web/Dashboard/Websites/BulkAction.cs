using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Websites;

/// <summary>Something that is done to many websites at once.</summary>
/// <param name="What">Its name, as <c>noun.verb</c>.</param>
/// <param name="ActAsync">Does it to one website; false when that is not there any more.</param>
internal sealed record BulkAction(string What, Func<IWebsiteGrain, WebsiteStatus, Task<bool>> ActAsync)
{
    public static BulkAction Pause { get; } = new("website.pause", async (grain, _) => await grain.PauseAsync() is not null);

    public static BulkAction Resume { get; } = new("website.resume", async (grain, _) => await grain.ResumeAsync() is not null);

    public static BulkAction CheckNow { get; } = new("website.check", async (grain, _) => await grain.CheckNowAsync() is not null);

    public static BulkAction Remove { get; } = new("website.remove", (grain, _) => grain.RemoveAsync());

    /// <summary>Adds words to find it by to those there are.</summary>
    public static BulkAction Tag(IReadOnlyList<string> tags) => new("website.tag", async (grain, website) =>
    {
        if (await grain.GetStatusAsync() is not { } present)
            return false;
        var changes = new WebsiteChanges { Tags = [.. present.Settings.Tags.Union(tags)] };
        return (await grain.RegisterAsync(present.Owner, present.Url, changes)).Outcome != RegistrationOutcome.Refused;
    });
}
