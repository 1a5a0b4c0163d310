using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Benchmarks.Micro;

/// <summary>A website that is up, and looks at it that find nothing wrong.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    public static readonly WebsiteUrl Url = WebsiteUrl.Parse("https://shop.example/");
    public static readonly WebsiteId Id = WebsiteId.From(OwnerId.Default, Url);

    public static readonly WebsiteState Up = new()
    {
        Owner = OwnerId.Default,
        Url = Url,
        Settings = new WebsiteSettings { Name = "Shop", Interval = TimeSpan.FromMinutes(5), Tags = ["shop"] },
        RegisteredAt = Now.AddDays(-30),
        Since = Now.AddDays(-30),
        Standing = Standing.Up,
        Version = Now.AddDays(-30).ToUnixTimeMilliseconds(),
    };

    public static readonly CheckResult Good = new()
    {
        At = Now,
        Took = TimeSpan.FromMilliseconds(84.3),
        StatusCode = 200,
        StatusText = "OK",
        ConnectedTo = "203.0.113.7",
        Times = new PhaseTimes(TimeSpan.FromMilliseconds(4.1), TimeSpan.FromMilliseconds(20.2), TimeSpan.FromMilliseconds(35), TimeSpan.FromMilliseconds(25)),
    };

    /// <summary>A check of each of many websites, and no two batches with the same one.</summary>
    public static CheckRow[] Checks(int count, int batch)
    {
        var check = WebsiteRecords.Check(Id, Good, Verdict.Healthy);
        return [.. Enumerable.Range(0, count).Select(number => check with { Website = new WebsiteId(new Guid(number, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8])), At = Now.AddSeconds(batch) })];
    }
}
