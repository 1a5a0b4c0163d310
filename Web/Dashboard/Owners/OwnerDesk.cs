using MudBlazor;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Desk;

namespace UptimeSquirrel.Web.Dashboard.Owners;

/// <summary>Changes how an owner is told.</summary>
internal static class OwnerDesk
{
    /// <summary>Changes it if the caller may, and says what is wrong with it.</summary>
    /// <param name="desk">Where it is asked for.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="what">What is done, as <c>noun.verb</c>.</param>
    /// <param name="change">Does it; answers what is wrong, in sentences.</param>
    /// <returns>Whether it was taken; null when nobody answered.</returns>
    public static async Task<bool?> SetAsync(this FrontDesk desk, OwnerId owner, string what, Func<IOwnerNotificationGrain, Task<IReadOnlyList<string>>> change)
    {
        IReadOnlyList<string> problems = [];
        var grain = desk.Grains.GetGrain<IOwnerNotificationGrain>(owner.GrainKey);
        if (!await desk.TryAsync(async () => problems = await desk.ChangeAsync(owner, what, owner.Text, () => change(grain))))
            return null;
        foreach (var problem in problems)
            desk.Say(problem, Severity.Error);
        return problems.Count == 0;
    }
}
