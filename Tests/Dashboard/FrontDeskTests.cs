using System.Security.Claims;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using MudBlazor.Services;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Auditing;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Language;

namespace UptimeSquirrel.Tests.Dashboard;

/// <summary>A button that somebody should not have had is refused all the same.</summary>
public sealed class FrontDeskTests
{
    private static readonly OwnerId _team = OwnerId.Parse("team");

    [Theory]
    [InlineData(Roles.Viewer, null, false)]
    [InlineData(Roles.Editor, null, true)]
    [InlineData(Roles.Administrator, null, true)]
    [InlineData(Roles.Editor, "team", true)]
    [InlineData(Roles.Editor, "others", false)]
    [InlineData(Roles.Administrator, "others", false)]
    public async Task Only_those_who_may_change_what_is_an_owners(string role, string? boundTo, bool isAllowed)
    {
        var isDone = false;
        var desk = DeskOf(role, boundTo);

        var change = desk.ChangeAsync(_team, "website.pause", "https://shop.example/", () => Task.FromResult(isDone = true));

        if (isAllowed)
            await change;
        else
            await Should.ThrowAsync<NotAllowedException>(change);
        isDone.ShouldBe(isAllowed);
    }

    [Fact]
    public async Task Nobody_is_not_taken_for_somebody_who_may_see_everything()
    {
        var desk = DeskOf(new Visitor { IsSignedIn = false });

        await Should.ThrowAsync<NotAllowedException>(desk.OnlyOwnerAsync());
        await Should.ThrowAsync<NotAllowedException>(desk.MustSeeAsync(_team));
        await Should.ThrowAsync<NotAllowedException>(desk.MustAdministerAsync());
    }

    [Theory]
    [InlineData(Roles.Administrator, null, true)]
    [InlineData(Roles.Administrator, "team", false)]
    [InlineData(Roles.Editor, null, false)]
    public async Task Only_administrators_administer(string role, string? boundTo, bool isAllowed)
    {
        var administering = DeskOf(role, boundTo).MustAdministerAsync();

        if (isAllowed)
            await administering;
        else
            await Should.ThrowAsync<NotAllowedException>(administering);
    }

    [Theory]
    [InlineData(typeof(TimeoutException), Troubles.TooSlow)]
    [InlineData(typeof(NotAllowedException), Troubles.Forbidden)]
    [InlineData(typeof(Microsoft.Data.Sqlite.SqliteException), Troubles.Database)]
    [InlineData(typeof(SiloUnavailableException), Troubles.Away)]
    [InlineData(typeof(InvalidOperationException), Troubles.Unknown)]
    public void What_went_wrong_is_a_sentence_that_says_what_to_do(Type kind, string sentence)
    {
        var exception = kind == typeof(Microsoft.Data.Sqlite.SqliteException) ? new Microsoft.Data.Sqlite.SqliteException("locked", 5) : (Exception)Activator.CreateInstance(kind)!;

        Troubles.Of(exception).ShouldBe(sentence);
        Troubles.Of(new InvalidOperationException("outer", exception)).ShouldBe(sentence == Troubles.Database ? sentence : Troubles.Unknown);
    }

    private static FrontDesk DeskOf(string role, string? boundTo) =>
        DeskOf(new Visitor(boundTo is null ? [new(ClaimTypes.Role, role)] : [new(ClaimTypes.Role, role), new(Caller.OwnerClaim, boundTo)]));

    private static FrontDesk DeskOf(Visitor visitor)
    {
        var services = new ServiceCollection().AddLogging().AddLocalization().AddMudServices().AddSingleton<Microsoft.JSInterop.IJSRuntime>(new BunitContext().JSInterop.JSRuntime);
        services.AddSingleton<Microsoft.AspNetCore.Components.NavigationManager>(new BunitContext().Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>());
        var provider = services.BuildServiceProvider();
        return new FrontDesk(
            null!, visitor, new NoAudit(), provider.GetRequiredService<MudBlazor.ISnackbar>(), provider.GetRequiredService<IStringLocalizer<Words>>(), NullLogger<FrontDesk>.Instance);
    }

    private sealed class NoAudit : IAudit
    {
        public Task NoteAsync(ClaimsPrincipal who, string what, string subject, string? detail = null) => Task.CompletedTask;

        public Task NoteAsync(ClaimsPrincipal who, string what, IReadOnlyCollection<string> subjects, string? detail = null) => Task.CompletedTask;
    }
}
