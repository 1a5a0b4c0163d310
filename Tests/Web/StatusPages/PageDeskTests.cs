using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Tests.Web.Support;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Auditing;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Language;
using UptimeSquirrel.Web.Dashboard.StatusPages;

namespace UptimeSquirrel.Tests.Web.StatusPages;

/// <summary>Somebody whose tab has been open since before a page changed hands.</summary>
public sealed class PageDeskTests(WebHouse house)
{
    [Fact]
    public async Task An_editor_changes_a_page_no_more_that_was_given_to_another_owner()
    {
        var slug = StatusPageSlug.Parse($"handed-over-{Environment.ProcessId}");
        var page = (await house.GrainsAsync()).GetGrain<IStatusPageGrain>(slug.GrainKey);
        await page.CreateAsync(new StatusPageSettings { Title = "Alice's", Owner = OwnerId.Parse("alice") });
        await using var scope = (await house.AppAsync()).Services.CreateAsyncScope();
        var desk = new FrontDesk(
            await house.GrainsAsync(), new Visitor(new Claim(ClaimTypes.Name, "erin"), new Claim(ClaimTypes.Role, Roles.Editor), new Claim(Caller.OwnerClaim, "alice")), scope.ServiceProvider.GetRequiredService<IAudit>(), snackbar: null!,
            scope.ServiceProvider.GetRequiredService<IStringLocalizer<Words>>(), NullLogger<FrontDesk>.Instance);
        var announcement = new NewAnnouncement { Id = "a1", Kind = AnnouncementKind.Notice, Title = "Hello" };
        (await desk.ChangePageAsync(slug, "status-page.announce", grain => grain.AnnounceAsync(announcement))).Outcome.ShouldBe(StatusPageOutcome.Done);

        await page.ChangeAsync(new StatusPageSettings { Title = "Bob's", Owner = OwnerId.Parse("bob") }, version: null);

        await Should.ThrowAsync<NotAllowedException>(() => desk.ChangePageAsync(slug, "status-page.announce", grain => grain.AnnounceAsync(announcement with { Id = "a2" })));
        await Should.ThrowAsync<NotAllowedException>(() => desk.ChangePageAsync(slug, "status-page.password", grain => grain.SetPasswordAsync("alices own")));
        await Should.ThrowAsync<NotAllowedException>(() => desk.ChangePageAsync(slug, "status-page.remove", grain => grain.RemoveAsync()));
        var there = (await page.GetAsync())!;
        (there.Announcements.Count, there.PasswordMark).ShouldBe((1, null));
    }
}
