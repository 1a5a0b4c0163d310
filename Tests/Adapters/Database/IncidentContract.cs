using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Journal;
using static UptimeSquirrel.Tests.Adapters.Database.Rows;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>How incidents are kept, on every database.</summary>
public abstract class IncidentContract : DatabaseTest
{
    private static readonly WebsiteRow _shop = Website("https://shop.test/");

    [Fact]
    public async Task An_incident_that_ended_stays_ended()
    {
        House.Journal.Record(Incident(_shop, "i1", Noon));
        await FlushAsync();
        House.Journal.Record(Incident(_shop, "i1", Noon, Noon.AddMinutes(9)));
        House.Journal.Record(Incident(_shop, "i1", Noon));
        await FlushAsync();
        House.Journal.Record(Incident(_shop, "i1", Noon));
        await FlushAsync();

        (await HistoryAsync(_shop)).Incidents.Single().EndedAt.ShouldBe(Noon.AddMinutes(9));
    }

    [Fact]
    public async Task An_incident_keeps_who_saw_it_and_who_saw_it_end()
    {
        var berlin = new Sighting { Silo = "a:11111", Region = "berlin", At = Noon.AddSeconds(35.25), Took = TimeSpan.FromMilliseconds(12.5), StatusCode = 503, Problem = new Problem(FailureKind.BadStatus, "It is broken.", "HTTP 503") };
        var oslo = berlin with { Silo = "b\0", Region = "oslo", StatusCode = null, Problem = new Problem(FailureKind.NameNotFound, "No such name: \ud800.", "NXDOMAIN") };
        House.Journal.Record(Incident(_shop, "i1", Noon) with { Sightings = [berlin, oslo] });
        await FlushAsync();

        var stored = oslo with { Silo = "b", Problem = oslo.Problem with { Sentence = "No such name: \ufffd." } };
        (await HistoryAsync(_shop)).Incidents.Single().Sightings.ShouldBe([berlin, stored]);

        House.Journal.Record(Incident(_shop, "i1", Noon, Noon.AddMinutes(9)) with { Sightings = [berlin, oslo, berlin with { StatusCode = 200, Problem = null }] });
        await FlushAsync();

        (await HistoryAsync(_shop)).Incidents.Single().Sightings.ShouldBe([berlin, stored, berlin with { StatusCode = 200, Problem = null }]);
    }
}
