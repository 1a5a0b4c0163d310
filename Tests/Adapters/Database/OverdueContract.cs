using System.Data;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Grains.Overdue;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Adapters.Database.Rows;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>Who is found overdue: reminders as Orleans writes them, checks as the journal does.</summary>
public abstract class OverdueContract : DatabaseTest
{
    private const int Minute = 60_000;
    private static readonly HashRange[] _wholeRing = [new HashRange(0, 0)];

    [Fact]
    public async Task A_website_that_was_due_and_not_checked_since_is_found_with_both_moments()
    {
        await RemindAsync("shop", Noon.AddDays(-1).AddSeconds(7), 5 * Minute);
        await House.StoreAsync(Healthy(Website("https://shop/"), Noon.AddMinutes(-4)));

        var found = (await FindAsync(Noon, Noon.AddSeconds(10))).Single();

        found.Id.ShouldBe(Website("https://shop/").Id);
        (found.DueAt, found.CheckedAt).ShouldBe((Noon.AddSeconds(7), Noon.AddMinutes(-4)));
    }

    [Fact]
    public async Task A_website_never_checked_is_found_once_its_first_moment_has_come()
    {
        await RemindAsync("new", Noon.AddSeconds(7), Minute);

        (await FindAsync(Noon.AddMinutes(-1), Noon.AddSeconds(6))).ShouldBeEmpty();
        var found = (await FindAsync(Noon, Noon.AddSeconds(10))).Single();
        (found.DueAt, found.CheckedAt).ShouldBe((Noon.AddSeconds(7), null));
    }

    [Theory]
    [InlineData(-1001, true)]
    [InlineData(-1000, false)]       // a check may begin a little early by another silo's clock
    [InlineData(0, false)]
    [InlineData(5000, false)]
    public async Task A_check_since_that_moment_is_enough(int checkedMsAfterDue, bool isOverdue)
    {
        await RemindAsync("shop", Noon.AddHours(-1), Minute);
        await House.StoreAsync(Healthy(Website("https://shop/"), Noon.AddMilliseconds(checkedMsAfterDue)));

        (await FindAsync(Noon.AddSeconds(-5), Noon.AddSeconds(10))).Count.ShouldBe(isOverdue ? 1 : 0);
    }

    [Theory]
    [InlineData(-10_000, -1, 0)]
    [InlineData(-10_000, 0, 1)]      // the end is inside
    [InlineData(0, 10_000, 0)]       // the beginning is not
    [InlineData(-1, 10_000, 1)]
    [InlineData(-90_000, 90_000, 1)] // twice due, found once
    public async Task Only_what_was_due_within_the_time_is_found(int fromMs, int toMs, int expected)
    {
        await RemindAsync("shop", Noon.AddHours(-1), Minute);

        (await FindAsync(Noon.AddMilliseconds(fromMs), Noon.AddMilliseconds(toMs))).Count.ShouldBe(expected);
    }

    [Fact]
    public async Task Of_several_moments_the_last_counts()
    {
        await RemindAsync("shop", Noon.AddHours(-1).AddSeconds(20), Minute);

        (await FindAsync(Noon.AddMinutes(-5), Noon.AddSeconds(30))).Single().DueAt.ShouldBe(Noon.AddSeconds(20));
    }

    [Fact]
    public async Task Websites_of_every_period_are_found_the_longest_overdue_first_and_no_more_than_asked_for()
    {
        await RemindAsync("a", Noon.AddSeconds(3), Minute);
        await RemindAsync("b", Noon.AddSeconds(1), 5 * Minute);
        await RemindAsync("c", Noon.AddSeconds(2), 24 * 60 * Minute);

        (await FindAsync(Noon, Noon.AddSeconds(10))).Select(found => found.DueAt).ShouldBe([Noon.AddSeconds(1), Noon.AddSeconds(2), Noon.AddSeconds(3)]);
        (await FindAsync(Noon, Noon.AddSeconds(10), limit: 2)).Select(found => found.DueAt).ShouldBe([Noon.AddSeconds(1), Noon.AddSeconds(2)]);
    }

    [Theory]
    [InlineData("10-20", "11 20")]
    [InlineData("4294967286-10", "-9 -1 0 10")]                             // around the end of the numbers
    [InlineData("2147483640-2147483658", "2147483647 -2147483648")]         // where signed numbers end
    [InlineData("7-7", "10 11 20 21 2147483647 -2147483648 -9 -1 0")]       // everything
    [InlineData("10-20 20-21 0-9", "11 20 21")]
    [InlineData("", "")]
    public async Task Only_websites_of_the_given_part_of_the_ring_are_found(string ranges, string expected)
    {
        foreach (var hash in (int[])[10, 11, 20, 21, int.MaxValue, int.MinValue, -9, -1, 0])
            await RemindAsync($"h{hash}", Noon.AddSeconds(1), Minute, hash);

        var parts = ranges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(range => range.Split('-').Select(Number).ToArray());
        var found = await House.Overdue.FindAsync(new OverdueQuery(Noon, Noon.AddSeconds(10), [.. parts.Select(part => new HashRange(part[0], part[1]))], 100), Stop);

        found.Select(website => website.Id).ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(hash => Website($"https://h{hash}/").Id), ignoreOrder: true);

        static uint Number(string text) => uint.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Reminders_of_others_than_websites_are_nobody_who_could_be_overdue()
    {
        await UpsertAsync("owner-notify/owner:team", "outbox", Noon, Minute, 0);
        await UpsertAsync("owner-notify/owner:team", "check", Noon, Minute, 0);

        (await FindAsync(Noon.AddMinutes(-1), Noon.AddMinutes(1))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Suspect_websites_and_those_that_changed_a_moment_ago_are_found_as_unfinished_and_no_others()
    {
        string[] hosts = ["suspect", "lately", "settled", "elsewhere"];
        foreach (var host in hosts)
            await RemindAsync(host, Noon, Minute, host == "elsewhere" ? 7 : 42);
        WebsiteRow[] websites =
        [
            Website("https://suspect/", standing: Standing.Suspect), Website("https://lately/", Noon.ToUnixTimeMilliseconds()), Website("https://settled/"),
            Website("https://elsewhere/", standing: Standing.Suspect), Website("https://no-reminder/", standing: Standing.Suspect),
        ];
        await House.Store.StoreAsync(websites.Select(website => new JournalEntry(website)).ToArray(), Stop);

        var found = await House.Overdue.FindUnfinishedAsync([new HashRange(41, 43)], Noon, 100, Stop);

        found.ShouldBe([Website("https://suspect/").Id, Website("https://lately/").Id], ignoreOrder: true);
        (await House.Overdue.FindUnfinishedAsync([new HashRange(41, 43)], Noon, 1, Stop)).Count.ShouldBe(1);
    }

    private Task<IReadOnlyList<OverdueWebsite>> FindAsync(DateTimeOffset after, DateTimeOffset upTo, int limit = 100) =>
        House.Overdue.FindAsync(new OverdueQuery(after, upTo, _wholeRing, limit), Stop);

    private Task RemindAsync(string host, DateTimeOffset start, int periodMs, int hash = 42) =>
        UpsertAsync($"website/{Website($"https://{host}/").Id.Value:N}", "check", start, periodMs, hash);

    private async Task UpsertAsync(string grain, string name, DateTimeOffset start, int periodMs, int hash) => await new OrleansSql(House).RunAsync(
        "UpsertReminderRowKey",
        ("ServiceId", DbType.String, ClusterDefaults.ServiceId), ("GrainId", DbType.AnsiString, grain), ("ReminderName", DbType.String, name),
        ("GrainHash", DbType.Int32, hash), ("StartTime", DbType.DateTime, start.UtcDateTime), ("Period", DbType.Int32, periodMs));
}
