using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.Checks;
using UptimeSquirrel.History;
using UptimeSquirrel.Web.Dashboard.Parts;
using UptimeSquirrel.Web.Dashboard.Viewing;

namespace UptimeSquirrel.Web.Dashboard.Website;

/// <summary>Draws how fast a website answers.</summary>
public sealed partial class LatencyPanel
{
    // More labels than this would lie on one another.
    private const int MostLabels = 8;

    private readonly LineChartOptions _lines = new()
    {
        ChartPalette = ["#3d8a5f", "#c07a1c", "#b0413a"],
        LineStrokeWidth = 2,
        ShowDataMarkers = false,
        YAxisRequireZeroPoint = true,
        MaxNumYAxisTicks = 6,
        YAxisToStringFunc = value => Phrases.Latency(TimeSpan.FromMilliseconds(value)),
    };

    /// <summary>What is drawn; null while it is read.</summary>
    [Parameter]
    public LatencySeries? Series { get; set; }

    /// <summary>How much of the past is drawn.</summary>
    [Parameter]
    public LatencyWindow Window { get; set; }

    /// <summary>More or less of it was chosen.</summary>
    [Parameter]
    public EventCallback<LatencyWindow> WindowChanged { get; set; }

    [Inject]
    private Viewer Viewer { get; set; } = null!;

    private static bool HasPhases(LatencySeries series) => series.Points.Any(point => point.Phases is not null);

    private static PhaseTimes MeanPhases(LatencySeries series)
    {
        var known = series.Points.Where(point => point.Phases is not null).Select(point => point.Phases!.Value).ToList();
        return new PhaseTimes(Mean(phases => phases.NameLookup), Mean(phases => phases.Connecting), Mean(phases => phases.Handshake), Mean(phases => phases.Answering));

        TimeSpan Mean(Func<PhaseTimes, TimeSpan> pick) => TimeSpan.FromMilliseconds(known.Average(phases => pick(phases).TotalMilliseconds));
    }

    private static ChartData<double> Values(LatencySeries series, Func<LatencyPoint, TimeSpan?> pick) =>
        new((IReadOnlyList<double?>)[.. series.Points.Select(point => pick(point)?.TotalMilliseconds)]);

    private static string ShortName(LatencyWindow window) => window switch
    {
        LatencyWindow.Hour => "1 h",
        LatencyWindow.Day => "24 h",
        LatencyWindow.Week => "7 d",
        LatencyWindow.Month => "30 d",
        LatencyWindow.Quarter => "90 d",
        _ => "1 y",
    };

    private static string Name(LatencyWindow window) => window switch
    {
        LatencyWindow.Hour => "Last hour",
        LatencyWindow.Day => "Last 24 hours",
        LatencyWindow.Week => "Last 7 days",
        LatencyWindow.Month => "Last 30 days",
        LatencyWindow.Quarter => "Last 90 days",
        _ => "Last year",
    };

    private List<ChartSeries<double>> Lines(LatencySeries series) =>
    [
        new() { Name = L["half of the checks"], Data = Values(series, point => point.P50 ?? point.Mean) },
        new() { Name = L["95 of 100"], Data = Values(series, point => point.P95 ?? point.Longest) },
        new() { Name = L["99 of 100"], Data = Values(series, point => point.P99 ?? point.Longest) },
    ];

    private string[] Labels(LatencySeries series)
    {
        var step = Math.Max(1, (series.Points.Count + MostLabels - 1) / MostLabels);
        var format = series.Step >= TimeSpan.FromDays(1) ? "d MMM" : series.Step >= TimeSpan.FromHours(1) ? "d MMM HH:mm" : "HH:mm";
        return [.. series.Points.Select((point, i) => i % step == 0 ? Viewer.Local(point.At).ToString(format, CultureInfo.CurrentCulture) : "")];
    }

    private string Summary(LatencySeries series)
    {
        var known = series.Points.Where(point => point.P50 is not null).ToList();
        return known.Count == 0
            ? L["Latency over time"]
            : L["Latency over time: half of the checks took between {0} and {1}.", Phrases.Latency(known.Min(point => point.P50!.Value)), Phrases.Latency(known.Max(point => point.P50!.Value))];
    }
}
