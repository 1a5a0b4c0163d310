using Microsoft.AspNetCore.Components;
using UptimeSquirrel.History;
using UptimeSquirrel.Live;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Website;

/// <summary>All that is known about one website.</summary>
public sealed partial class WebsitePage
{
    private const int ShownDays = 90;
    private const int ShownIncidents = 20;

    // What is summed up over days does not change while one looks at it.
    private static readonly TimeSpan _slowly = TimeSpan.FromMinutes(1);

    private WebsiteStatus? _status;
    private bool _isGone;
    private UptimeShares? _shares;
    private IReadOnlyList<UptimeDay> _days = [];
    private LatencySeries? _latency;
    private LatencyWindow _window = LatencyWindow.Day;
    private IReadOnlyList<Incident> _incidents = [];
    private DateTimeOffset? _summedUpAt;
    private Standing? _summedUpAs;

    /// <summary>Which website.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <inheritdoc/>
    protected override bool Concerns(LiveNews news) => news.Website.Value == Id;

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var status = await Desk.Grains.GetGrain<IWebsiteGrain>(Id).GetStatusAsync();

        // To somebody who may not see it, it looks as if it were not there.
        _isGone = status is null || !(await Desk.CallerAsync()).MaySee(status.Owner);
        _status = _isGone ? null : status;
        var isOld = _summedUpAt is not { } at || Viewer.Now - at >= _slowly || _summedUpAs != status?.Standing;
        if (_isGone || !isOld)
            return;
        var history = Desk.Grains.GetGrain<IHistoryGrain>(0);
        var website = new WebsiteId(Id);
        var (shares, days, latency) = (history.GetUptimeAsync(website), history.GetDaysAsync(website, ShownDays), history.GetLatencyAsync(website, _window));
        _incidents = (await history.FindIncidentsAsync(new IncidentQuery { Website = website, Limit = ShownIncidents })).Incidents;
        (_shares, _days, _latency) = (await shares, await days, await latency);
        (_summedUpAt, _summedUpAs) = (Viewer.Now, status?.Standing);
    }

    private Task ChooseAsync(LatencyWindow window)
    {
        (_window, _summedUpAt) = (window, null);
        return RefreshAsync();
    }
}
