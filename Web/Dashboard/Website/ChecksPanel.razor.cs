using Microsoft.AspNetCore.Components;
using UptimeSquirrel.History;
using UptimeSquirrel.Live;
using UptimeSquirrel.Web.Dashboard.Parts;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Website;

/// <summary>A website's checks, newest first.</summary>
public sealed partial class ChecksPanel
{
    private const int PageSize = 15;

    // As long as anything is kept.
    private static readonly DateTimeOffset _ever = DateTimeOffset.UnixEpoch;

    private readonly Leaves<DateTimeOffset?> _leaves = new();
    private IReadOnlyList<CheckEntry> _checks = [];

    /// <summary>Whose checks.</summary>
    [Parameter, EditorRequired]
    public WebsiteStatus Website { get; set; } = null!;

    /// <inheritdoc/>
    protected override bool Concerns(LiveNews news) => news.Website == Website.Id;

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await Desk.MustSeeAsync(Website.Owner);
        var page = await Desk.Grains.GetGrain<IHistoryGrain>(0).FindChecksAsync(new HistoryQuery { Website = Website.Id, Since = _ever, Before = _leaves.After, Limit = PageSize });
        (_checks, _leaves.Next) = (page.Checks, page.Next);
    }

    private string Answer(CheckSummary check) => check switch
    {
        { IsHealthy: false } => check.Reason ?? L["failed"],
        { StatusCode: { } status } => L["answered {0}", status],
        _ => L["good"],
    };

    private string Phases(CheckEntry entry) => entry.Phases is { } phases
        ? L["name look-up {0}, connecting {1}, encryption {2}, answer {3}", Phrases.Latency(phases.NameLookup), Phrases.Latency(phases.Connecting), Phrases.Latency(phases.Handshake), Phrases.Latency(phases.Answering)]
        : "";
}
