using UptimeSquirrel.Checks;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Client.Watching;
using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Client;

public sealed class JsonShapeTests
{
    private const string Shop = "\"url\":\"https://shop.example/?a=1&b=2\",\"name\":\"Shop\",\"owner\":\"web-team\",\"tags\":[\"live\"]";
    private static readonly string Id = Samples.Up().Id.ToString();

    [Fact]
    public void A_website_that_is_up() =>
        JsonShapes.WriteLine(WebsiteShape.Of(Samples.Up())).ShouldBe(
            $"{{\"id\":\"{Id}\",{Shop},\"standing\":\"up\",\"since\":\"2026-11-23T03:00:00.25Z\",\"intervalSeconds\":300," +
            "\"lastCheck\":{\"at\":\"2026-11-23T05:59:00Z\",\"statusCode\":200,\"latencyMs\":84,\"healthy\":true,\"reason\":null,\"unseen\":false},\"incident\":null,\"sightings\":[]}");

    [Fact]
    public void A_website_that_is_down_and_its_uptime() =>
        JsonShapes.WriteLine(WebsiteWithUptimeShape.Of(Samples.Down(), new UptimeShares(0.5, 1, null))).ShouldBe(
            $"{{\"id\":\"{Id}\",{Shop},\"standing\":\"down\",\"since\":\"2026-11-23T05:57:00Z\",\"intervalSeconds\":300," +
            "\"lastCheck\":{\"at\":\"2026-11-23T05:59:30Z\",\"statusCode\":null,\"latencyMs\":1250,\"healthy\":false,\"reason\":\"The server answered 503.\",\"unseen\":false}," +
            "\"incident\":{\"startedAt\":\"2026-11-23T05:56:00Z\",\"reason\":\"The server answered 503.\"},\"sightings\":[]," +
            "\"uptime\":{\"24h\":0.5,\"7d\":1,\"30d\":null}}");

    [Fact]
    public void A_look_without_a_cluster()
    {
        var result = new CheckResult { At = Samples.Now, Took = TimeSpan.FromMilliseconds(12), Failure = FailureKind.NameNotFound };
        var look = new JudgedLook(WebsiteUrl.Parse("a.example"), result, new Verdict(new Problem(FailureKind.NameNotFound, "No such name.", "NXDOMAIN")));

        JsonShapes.WriteLine<IReadOnlyList<CheckShape>>([look.ToShape()]).ShouldBe(
            "[{\"url\":\"https://a.example/\",\"healthy\":false,\"statusCode\":null,\"latencyMs\":12,\"reason\":\"No such name.\"}]");
    }

    [Fact]
    public void An_incident_and_who_saw_it() =>
        JsonShapes.WriteLine(HistoryShape.Of(Samples.Up(), Samples.Now, new WebsiteHistory([], [Samples.Incident("i-1") with { Sightings = [Samples.Sighting("berlin", 503)] }])))
            .ShouldEndWith(
                "\"incidents\":[{\"id\":\"i-1\",\"startedAt\":\"2026-11-23T05:56:00Z\",\"endedAt\":null,\"reason\":\"The server answered 503.\",\"cause\":\"HTTP 503\"," +
                "\"sightings\":[{\"silo\":\"silo-berlin\",\"region\":\"berlin\",\"at\":\"2026-11-23T05:57:00Z\",\"statusCode\":503,\"latencyMs\":12,\"healthy\":false,\"reason\":\"It does not work.\"}],\"duringMaintenance\":false}]}");

    [Fact]
    public void A_change_is_one_line() =>
        JsonShapes.WriteLine(ChangeShape.Of(Samples.Incident("i-1"))).ShouldBe(
            $"{{\"at\":\"2026-11-23T05:56:00Z\",\"standing\":\"down\",\"id\":\"{Id}\",\"url\":\"https://shop.example/?a=1&b=2\",\"owner\":\"web-team\"," +
            "\"incidentId\":\"i-1\",\"startedAt\":\"2026-11-23T05:56:00Z\",\"endedAt\":null,\"reason\":\"The server answered 503.\"}");

    [Fact]
    public void Nothing_in_json_can_command_a_terminal() =>
        JsonShapes.WriteLine(new RemovedShape("\u001b[2J\u009b2J\"", true)).ShouldAllBe(character => !char.IsControl(character));

    [Fact]
    public void A_change_is_told_once_and_what_was_there_before_is_not_told()
    {
        var log = new ChangeLog();
        var open = Samples.Incident("i-1");
        var closed = Samples.Incident("i-1", Samples.Now);

        log.Note([open]).ShouldBeEmpty();
        log.Note([Samples.Incident("i-2"), open]).Select(change => change.Id).ShouldBe(["i-2"]);
        log.Note([Samples.Incident("i-2"), closed]).ShouldBe([closed]);
        log.Note([Samples.Incident("i-2"), closed]).ShouldBeEmpty();
    }
}
