using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using UptimeSquirrel.Grains.Maintenance;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Quieting;

public sealed class WindowRulesTests
{
    // Berlin goes from 02:00 to 03:00 on 29 March and from 03:00 back to 02:00 on 25 October, New York on 8 March and 1 November.
    [Theory]
    [InlineData("30 2 * * *", "Europe/Berlin", "2026-03-28", "01:30-02:30")]
    [InlineData("30 2 * * *", "Europe/Berlin", "2026-03-29", "01:00-02:00")]      // 02:30 does not exist
    [InlineData("30 2 * * *", "Europe/Berlin", "2026-03-30", "00:30-01:30")]
    [InlineData("30 2 * * *", "Europe/Berlin", "2026-10-25", "00:30-01:30")]      // 02:30 comes twice
    [InlineData("30 3 * * *", "Europe/Berlin", "2026-10-25", "02:30-03:30")]
    [InlineData("30 1 * * *", "Europe/Berlin", "2026-03-29", "00:30-01:30 23:30-00:30")]      // by the clock from 01:30 to 03:30
    [InlineData("30 2 * * *", "America/New_York", "2026-03-08", "07:00-08:00")]
    [InlineData("30 1 * * *", "America/New_York", "2026-11-01", "05:30-06:30")]
    [InlineData("30 2 * * *", "Asia/Kolkata", "2026-03-29", "21:00-22:00")]
    [InlineData("0 2 * * SUN", "UTC", "2026-03-28", "")]
    [InlineData("0 2 * * SUN", "UTC", "2026-03-29", "02:00-03:00")]
    [InlineData("0 9,17 * * *", "UTC", "2026-03-29", "09:00-10:00 17:00-18:00")]
    public void A_recurring_window_follows_the_clock_of_its_zone(string cron, string zone, string day, string expected)
    {
        var from = At(day);

        Show(WindowRules.Spans(Recurring(cron, zone), from, from.AddDays(1))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("2026-03-29T01:59:59", false)]
    [InlineData("2026-03-29T02:00", true)]
    [InlineData("2026-03-29T02:59:59", true)]
    [InlineData("2026-03-29T03:00", false)]
    public void A_window_holds_from_its_first_moment_to_before_its_last(string moment, bool expected)
    {
        (WindowRules.At(Recurring("0 2 * * *", "UTC"), At(moment)) is not null).ShouldBe(expected);
        (WindowRules.At(Once("2026-03-29T02:00", "2026-03-29T03:00"), At(moment)) is not null).ShouldBe(expected);
    }

    [Fact]
    public void A_window_holds_neither_before_it_was_added_nor_after_it_was_removed()
    {
        var window = Recurring("0 2 * * *", "UTC") with { AddedAt = At("2026-03-02T02:30"), RemovedAt = At("2026-03-04T02:10") };

        Show(WindowRules.Spans(window, At("2026-03-01"), At("2026-03-09"))).ShouldBe("02:30-03:00 02:00-03:00 02:00-02:10");
        WindowRules.At(window, At("2026-03-02T02:29")).ShouldBeNull();
        WindowRules.At(window, At("2026-03-04T02:10")).ShouldBeNull();
        WindowRules.Next(window, At("2026-03-03")).ShouldBeNull();
    }

    [Fact]
    public void The_next_time_is_the_first_that_begins_later()
    {
        WindowRules.Next(Recurring("0 2 * * *", "UTC"), At("2026-03-02T02:00"))!.Value.From.ShouldBe(At("2026-03-03T02:00"));
        WindowRules.Next(Once("2026-03-02T02:00", "2026-03-02T04:00"), At("2026-03-02T01:59"))!.Value.To.ShouldBe(At("2026-03-02T04:00"));
        WindowRules.Next(Once("2026-03-02T02:00", "2026-03-02T04:00"), At("2026-03-02T02:00")).ShouldBeNull();
    }

    [Fact]
    public void A_window_is_for_one_website_for_a_tag_or_for_all()
    {
        var other = WebsiteUrl.Parse("https://other.example");
        var window = Recurring("0 2 * * *", "UTC");

        WindowRules.AppliesTo(window, Film.Url, []).ShouldBeTrue();
        WindowRules.AppliesTo(window with { Url = Film.Url }, Film.Url, []).ShouldBeTrue();
        WindowRules.AppliesTo(window with { Url = Film.Url }, other, []).ShouldBeFalse();
        WindowRules.AppliesTo(window with { Tag = "shop" }, other, ["live", "shop"]).ShouldBeTrue();
        WindowRules.AppliesTo(window with { Tag = "shop" }, other, ["shops"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("0 2 * * SUN", "02:00:00", "Europe/Berlin", null)]
    [InlineData("0 2 * * SUN", "7.00:00:00", "UTC", "would begin again before it is over")]
    [InlineData("*/5 * * * *", "00:05:00", "UTC", "would begin again before it is over")]
    [InlineData("0 2 1,28 * *", "5.00:00:00", "UTC", "would begin again before it is over")]
    [InlineData("0 2 * * *", "00:00:30", "UTC", "The length 30s cannot be taken: expected 1m to 7d.")]
    [InlineData("0 2 * * *", "8.00:00:00", "UTC", "The length 8d cannot be taken")]
    [InlineData("at two", "01:00:00", "UTC", "'at two' is not a cron expression")]
    [InlineData("0 0 30 2 *", "01:00:00", "UTC", "never comes")]
    [InlineData("0 2 * * *", "01:00:00", "Europe/Berln", "'Europe/Berln' is not a time zone")]
    public void A_recurring_window_that_makes_no_sense_is_refused_in_one_sentence(string cron, string length, string zone, string? expected) =>
        Judge(Recurring(cron, zone) with { Length = TimeSpan.Parse(length, CultureInfo.InvariantCulture) }, expected);

    [Theory]
    [InlineData("2026-03-02T02:00", "2026-03-02T04:00", null)]
    [InlineData("2026-03-02T02:00", "2026-03-02T02:00", "which is not after its beginning")]
    [InlineData("2026-02-02T02:00", "2026-02-02T04:00", "is over already")]
    [InlineData("2026-03-02", "2028-03-02", "would last 731 days: at most 366")]
    public void A_single_window_that_makes_no_sense_is_refused_in_one_sentence(string from, string to, string? expected) => Judge(Once(from, to), expected);

    [Fact]
    public void A_window_that_is_half_of_both_kinds_or_one_too_many_is_refused()
    {
        Judge(Once("2026-03-02", "2026-03-03") with { Cron = "0 2 * * *" }, "expected one pair of them");
        Judge(Recurring("0 2 * * *", "UTC") with { Url = Film.Url, Tag = "x" }, "cannot be given together");
        Judge(Recurring("0 2 * * *", "UTC") with { Id = "a b" }, "The id 'a b' cannot be taken");
        NewWindowRules.FindProblem(Recurring("0 2 * * *", "UTC"), At("2026-03-01"), others: 99).ShouldBeNull();
        NewWindowRules.FindProblem(Recurring("0 2 * * *", "UTC"), At("2026-03-01"), others: 100)!.ShouldContain("at most 100 are taken");
    }

    [Fact]
    public void A_window_in_a_zone_that_this_machine_does_not_know_is_left_out_and_the_others_hold()
    {
        using var book = new MaintenanceBook(null!, TimeProvider.System, NullLogger<MaintenanceBook>.Instance);
        var now = TimeProvider.System.GetUtcNow();
        book.Take(Once("2026-03-02", "2026-03-03") with { Id = "strange", From = now, To = now.AddHours(9), Zone = "Mars/Olympus" });
        book.Take(Recurring("0 2 * * *", "Mars/Olympus") with { Id = "stranger" });
        book.Take(Once("2026-03-02", "2026-03-03") with { Id = "known", From = now, To = now.AddHours(1) });

        book.At(Film.Owner, Film.Url, [], now)!.Value.To.ShouldBe(now.AddHours(1));
    }

    private static void Judge(MaintenanceWindow window, string? expected)
    {
        var problem = NewWindowRules.FindProblem(window, At("2026-03-01"), others: 0);
        if (expected is null)
            problem.ShouldBeNull();
        else
            problem.ShouldNotBeNull().ShouldContain(expected);
    }

    internal static MaintenanceWindow Recurring(string cron, string zone) =>
        new() { Id = "a", Owner = Film.Owner, Cron = cron, Length = TimeSpan.FromHours(1), Zone = zone, AddedAt = At("2026-01-01") };

    internal static MaintenanceWindow Once(string from, string to) =>
        new() { Id = "a", Owner = Film.Owner, From = At(from), To = At(to), Zone = "UTC", AddedAt = At("2026-01-01") };

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Show(IEnumerable<MaintenanceSpan> spans) => string.Join(' ', spans.Select(span => $"{span.From:HH:mm}-{span.To:HH:mm}"));
}
