using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.Live;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Dashboard.Parts;

namespace UptimeSquirrel.Web.Dashboard.StatusPages;

/// <summary>All status pages that the viewer may change.</summary>
public sealed partial class StatusPagesPage
{
    private IReadOnlyList<StatusPageSummary> _pages = [];

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override bool Concerns(LiveNews news) => false;      // news tells of websites

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var caller = await Desk.CallerAsync();
        var pages = await Desk.Grains.GetGrain<IStatusPagesGrain>(0).ListAsync();
        _pages = [.. pages.Where(page => caller.MaySee(page.Owner))];
    }

    private async Task MakeAsync()
    {
        if (await TextDialog.AskAsync(Dialogs, L["Make a status page"], L["Its name in the address, such as 'shop'"], L["Make it"]) is not { } text)
            return;
        if (!StatusPageSlug.TryParse(text, out var slug, out var problem))
        {
            Desk.Say(problem, Severity.Error);
            return;
        }
        var settings = new StatusPageSettings { Title = slug.Text, Owner = await Desk.OnlyOwnerAsync() };
        StatusPageAnswer? answer = null;
        await Desk.TryAsync(async () => answer = await Desk.ChangeAsync(settings.Owner, "status-page.add", slug.Text, () => Desk.Grains.GetGrain<IStatusPageGrain>(slug.GrainKey).CreateAsync(settings)));
        if (answer?.Outcome == StatusPageOutcome.Done)
            Navigation.NavigateTo($"/status-pages/{slug}");
        else if (answer is not null)
            Desk.Say(answer.Outcome == StatusPageOutcome.Exists ? L["There is a page of this name already."] : string.Join(' ', answer.Problems.Select(one => one.Message)), Severity.Error);
    }
}
