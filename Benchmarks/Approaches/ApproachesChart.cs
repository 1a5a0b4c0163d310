using System.Globalization;
using ScottPlot;

namespace UptimeSquirrel.Benchmarks.Approaches;

/// <summary>The table as a picture, in two formats.</summary>
internal static class ApproachesChart
{
    private const int Width = 900;
    private const int Frame = 120;
    private const int EachBar = 42;

    public static void Draw(IReadOnlyList<ApproachRow> rows, string folder)
    {
        var looks = rows.Where(row => row.Workload == "look").Reverse().ToArray();
        using var plot = new Plot();
        var bars = plot.Add.Bars(looks.Select((row, place) => new Bar
        {
            Position = place,
            Value = row.Result.Seconds,
            Orientation = Orientation.Horizontal,
            FillColor = row.Name == "grains" ? Colors.SeaGreen : Colors.SteelBlue,
            LineWidth = 0,
            Label = string.Create(CultureInfo.InvariantCulture, $" {row.Result.Seconds:0.0} s, {row.Result.PeakBytes >> 20} MB"),
        }).ToArray());
        bars.Horizontal = true;
        plot.Axes.Left.SetTicks([.. looks.Select((_, place) => (double)place)], [.. looks.Select(row => row.Name)]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Margins(left: 0, right: 0.2);
        plot.XLabel("seconds");
        plot.Title($"{looks[0].Items} websites, each looked at once");
        plot.HideGrid();
        var height = Frame + EachBar * looks.Length;
        Directory.CreateDirectory(folder);
        plot.SavePng(Path.Combine(folder, "approaches.png"), Width, height);
        plot.SaveSvg(Path.Combine(folder, "approaches.svg"), Width, height);
    }
}
