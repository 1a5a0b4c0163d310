using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.History;
using UptimeSquirrel.History;
using UptimeSquirrel.Maintenance;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class UptimeMathTests
{
    private static readonly DateTimeOffset _midnight = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_watched_is_unknown_and_not_a_hundred_percent() => ShareOfDay(hours: [], down: []).ShouldBeNull();

    [Fact]
    public void A_day_without_an_incident_is_all_of_it() => ShareOfDay(hours: [.. Enumerable.Range(0, 24)], down: []).ShouldBe(1);

    [Fact]
    public void Six_hours_down_of_a_day_are_three_quarters() =>
        ShareOfDay(hours: [.. Enumerable.Range(0, 24)], down: [(3, 9)]).ShouldBe(0.75);

    [Fact]
    public void Time_in_which_nobody_looked_counts_neither_way() => ShareOfDay(hours: [0, 1, 2, 3], down: [(3, 24)]).ShouldBe(0.75);

    [Fact]
    public void An_incident_that_lasts_counts_up_to_now() =>
        ShareOfDay(hours: [.. Enumerable.Range(0, 24)], down: [(12, null)]).ShouldBe(0.5);

    [Fact]
    public void An_incident_from_before_counts_from_the_start_of_the_window() =>
        ShareOfDay(hours: [.. Enumerable.Range(0, 24)], down: [(-10, 6)]).ShouldBe(0.75);

    [Fact]
    public void A_website_checked_every_three_hours_is_watched_all_the_time() =>
        ShareOfDay(hours: [0, 3, 6, 9, 12, 15, 18, 21], down: [(6, 12)], intervalHours: 3).ShouldBe(0.75);

    [Fact]
    public void Nothing_is_known_of_the_time_before_the_registration() =>
        ShareOfDay(hours: [12], down: [(12.75, null)], registeredAtHour: 12.5, nowHour: 13).ShouldBe(0.5);

    [Fact]
    public void An_outage_within_maintenance_costs_nothing() =>
        ShareOfDay(hours: [.. Enumerable.Range(0, 24)], down: [(3, 5)], maintenance: [(2, 6)]).ShouldBe(1);

    [Fact]
    public void An_outage_that_outlasts_its_maintenance_costs_what_comes_after_it() =>
        ShareOfDay(hours: [.. Enumerable.Range(0, 24)], down: [(0, 9)], maintenance: [(0, 4)]).ShouldBe(0.75);

    [Fact]
    public void Maintenance_makes_the_day_shorter() =>
        ShareOfDay(hours: [.. Enumerable.Range(0, 24)], down: [(12, 15)], maintenance: [(0, 6), (3, 12)]).ShouldBe(0.75);

    [Fact]
    public void A_day_that_was_all_maintenance_is_unknown() =>
        ShareOfDay(hours: [.. Enumerable.Range(0, 24)], down: [(3, 5)], maintenance: [(-1, 12), (12, 25)]).ShouldBeNull();

    private static double? ShareOfDay(
        double[] hours, (double From, double? To)[] down, double intervalHours = 1.0 / 12, double registeredAtHour = -1000, double nowHour = 24,
        (double From, double To)[]? maintenance = null)
    {
        var incidents = down.Select(incident => new Incident
        {
            Id = "1",
            Website = Film.Id,
            Url = Film.Url,
            Owner = Film.Owner,
            StartedAt = Hour(incident.From),
            EndedAt = incident.To is { } to ? Hour(to) : null,
            Problem = new Problem(FailureKind.BadStatus, "", ""),
        });
        var watched = new Watched(Hour(registeredAtHour), TimeSpan.FromHours(intervalHours), [.. hours.Select(Hour)], [.. incidents])
        {
            Maintenance = UptimeMath.Merge((maintenance ?? []).Select(span => new MaintenanceSpan(Hour(span.From), Hour(span.To)))),
        };
        return UptimeMath.Share(watched, Hour(0), Hour(nowHour));
    }

    private static DateTimeOffset Hour(double hour) => _midnight.AddHours(hour);
}
