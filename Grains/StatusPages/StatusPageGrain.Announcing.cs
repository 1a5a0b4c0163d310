using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Grains.StatusPages;

// What people say on the page, and who may read it.
internal sealed partial class StatusPageGrain
{
    private readonly GuessLimit _guesses = new();

    public async Task<StatusPageAnswer> AnnounceAsync(NewAnnouncement announcement)
    {
        if (Page is not { } page)
            return Missing;
        if (page.Announcements.Any(known => known.Id == announcement.Id))
            return new StatusPageAnswer(StatusPageOutcome.Done, page, []);
        var problems = AnnouncementRules.FindProblems(announcement);
        if (problems.Count > 0)
            return Refused(problems);
        return await SaveAnnouncementsAsync(AnnouncementRules.Add(page.Announcements, announcement, clock.GetUtcNow()));
    }

    public async Task<StatusPageAnswer> UpdateAsync(string announcement, string text, bool resolves)
    {
        if (Page is not { } page || page.Announcements.All(known => known.Id != announcement))
            return Missing with { Page = Page };
        var (announcements, problem) = AnnouncementRules.Update(page.Announcements, announcement, text, resolves, clock.GetUtcNow());
        return problem is null ? await SaveAnnouncementsAsync(announcements) : Refused(problem);
    }

    public async Task<StatusPageAnswer> RemoveAnnouncementAsync(string announcement)
    {
        if (Page is not { } page || page.Announcements.All(known => known.Id != announcement))
            return Missing with { Page = Page };
        return await SaveAnnouncementsAsync([.. page.Announcements.Where(known => known.Id != announcement)]);
    }

    // A guess takes this grain's time, which is all it takes from the silo: one after the other, and not many.
    public Task<PasswordAnswer> TryPasswordAsync(string password, string network)
    {
        if (!_guesses.MayGuess(network, clock.GetUtcNow()))
            return Task.FromResult(new PasswordAnswer(IsRight: false, Mark: null, IsTooOften: true));
        var isRight = stored.State.Password is { } hash && PagePasswordRules.IsRight(password, hash);
        return Task.FromResult(new PasswordAnswer(isRight, isRight ? stored.State.PasswordMark : null, IsTooOften: false));
    }

    private async Task<StatusPageAnswer> SaveAnnouncementsAsync(IReadOnlyList<Announcement> announcements)
    {
        await WriteAsync(Stamp(stored.State with { Announcements = announcements }));
        return new StatusPageAnswer(StatusPageOutcome.Done, Page, []);
    }
}
