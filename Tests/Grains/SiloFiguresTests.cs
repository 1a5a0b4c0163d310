using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Grains.Cluster;

namespace UptimeSquirrel.Tests.Grains;

public sealed class SiloFiguresTests : IDisposable
{
    private static readonly DateTimeOffset _start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddSingleton<SiloFigures>().BuildServiceProvider();

    private SiloFigures Figures => _services.GetRequiredService<SiloFigures>();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void The_pace_is_that_of_the_last_minute_and_the_sums_are_those_since_the_start()
    {
        Figures.Remember(_start);
        Count(600, TimeSpan.FromMilliseconds(4));
        foreach (var step in Enumerable.Range(1, 20))
            Figures.Remember(_start.AddSeconds(3 * step));
        Count(120, TimeSpan.FromMilliseconds(32), missed: 1);

        var lately = Figures.Lately(_start.AddSeconds(63));

        lately.ChecksPerSecond.ShouldBe(2);
        lately.Lateness!.Value.TotalMilliseconds.ShouldBe(32, 0.001);
        (Figures.Checks, Figures.MissedChecks).ShouldBe((720, 120));
    }

    [Fact]
    public void Without_a_check_there_is_no_lateness()
    {
        Figures.Remember(_start);

        Figures.Lately(_start.AddSeconds(1)).ShouldBe((0, null, null));
    }

    [Fact]
    public void Everything_is_a_metric_too()
    {
        var seen = new Dictionary<string, double>();
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = value);
        var figures = Figures;
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "UptimeSquirrel" && instrument.Meter.Scope == _services.GetRequiredService<IMeterFactory>())
                self.EnableMeasurementEvents(instrument);
        };
        listener.Start();

        figures.CountWebsite(1);
        Count(3, TimeSpan.FromSeconds(2), missed: 1);
        listener.RecordObservableInstruments();

        seen.ShouldBe(new Dictionary<string, double> { ["uptime.checks"] = 3, ["uptime.checks.missed"] = 3, ["uptime.websites"] = 1, ["uptime.tick.lateness"] = 2 }, ignoreOrder: true);
    }

    private void Count(int times, TimeSpan lateness, int missed = 0)
    {
        foreach (var _ in Enumerable.Range(0, times))
            Figures.CountTick(lateness, missed);
    }
}
