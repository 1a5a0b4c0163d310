using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Client;

public sealed class WholeHistoryTests
{
    private static readonly CheckSummary[] _checks =
        [.. Enumerable.Range(1, 5).Select(i => new CheckSummary(Samples.Now.AddMinutes(-i), 200, TimeSpan.FromSeconds(1), IsHealthy: true, Reason: null))];

    [Theory]
    [InlineData(1, 6)]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    [InlineData(5, 2)]
    [InlineData(6, 1)]
    public async Task A_history_of_several_pages_keeps_every_check_and_the_newest_incident(int limit, int pages)
    {
        var asked = 0;
        var query = new HistoryQuery { Website = Samples.Up().Id, Since = Samples.Now.AddDays(-1), Limit = limit };

        var history = await WholeHistory.ReadAsync(query, page =>
        {
            asked++;
            var older = _checks.Where(check => page.Before is null || check.At < page.Before).Take(page.Limit);
            return Task.FromResult(new WebsiteHistory([.. older], page.Before is null ? [Samples.Incident("new"), Samples.Incident("old")] : [Samples.Incident("old")]));
        });

        history.Checks.ShouldBe(_checks);
        history.Incidents.Select(incident => incident.Id).ShouldBe(["new", "old"]);
        asked.ShouldBe(pages);
    }
}
