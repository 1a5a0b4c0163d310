using System.Text.Json;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Client.Exporting;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Importing.Ours;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Tests.House;
using UptimeSquirrel.Tests.Importing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Client.Importing;

public sealed class ExportTests
{
    private static readonly WebsiteStatus Rich = Samples.Up("https://api.example/x?a=1", "The \"API\", all of it") with
    {
        Standing = Standing.Paused,
        Settings = Samples.Up().Settings with
        {
            Name = "The \"API\", all of it",
            Timeout = TimeSpan.FromSeconds(7.5),
            Accept = AcceptedStatuses.Parse("200-299,401"),
            Tags = ["a", "b c"],
            Warnings = new WarningSettings { SlowAfter = TimeSpan.FromSeconds(2), Certificate = false, Domain = false },
            Parent = WebsiteUrl.Parse("https://shop.example"),
            Patience = new PatienceSettings { RecheckDelays = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)], SuccessesBeforeUp = 1 },
            Look = new LookSettings
            {
                Method = CheckMethod.Get,
                Headers = [RequestHeader.Of("X-A", "1;2,3")],
                StopsAtRedirect = true,
                IgnoresCertificate = true,
                Family = IpFamily.IPv6,
                Keyword = "a, b",
                UnwantedKeyword = "Error",
            },
        },
    };

    private static readonly WebsiteStatus Job = Samples.Up("heartbeat://backup", "Backup") with
    {
        Settings = new WebsiteSettings { Name = "Backup", Interval = TimeSpan.FromMinutes(5), Heartbeat = new HeartbeatSettings(TimeSpan.FromDays(2), TimeSpan.FromHours(1)) },
    };

    private const string Expected =
        "https://api.example/x?a=1; name The \"API\", all of it; every 5m; timeout 7.5s; accept 200-299,401; tags a,b c; method GET; headers X-A: 1;2,3; keyword a, b; no keyword Error; " +
        "no redirects; any certificate; ip IPv6; recheck 5s,30s; slow 2s; certificate warnings off; domain warnings off; paused";

    private static ExportShape Export(params WebsiteStatus[] websites) => new(
        OurList.Format, OurList.Version, Samples.Now, [.. websites.Select(ExportedWebsiteShape.Of)],
        [new ExportedOwnerShape("web-team", ["a@shop.example", "b@shop.example"], [new ChannelShape("1", "ntfy", new Dictionary<string, string>(), null, null, null, null)], null, null, []) { DigestWindowSeconds = 60 }]);

    [Fact]
    public void What_was_written_as_json_is_read_as_the_same()
    {
        var content = ListText.Read(JsonShapes.Write(Export(Rich, Job)), ReadingChoices.Usual);

        Told.Of(content).ShouldBe(
            [
                Expected,
                "heartbeat://backup; name Backup; every 2d; grace 1h",
                "* 1 channel of the owner 'web-team' were left out, because they need secrets: 'squirrel owner channel add' sets them up.",
                "* Maintenance, quiet hours, reports and digest windows of owners were left out: 'squirrel maintenance add', 'squirrel owner quiet', 'squirrel owner report' and 'squirrel owner digest' set them up.",
            ]);
        content.Good[0].Owner!.Text.ShouldBe("web-team");
        content.Good[0].Emails.Select(email => email.Text).ShouldBe(["a@shop.example", "b@shop.example"]);
        content.Good[0].Changes.Parent!.Text.ShouldBe("https://shop.example/");
        content.Good[0].Changes.Patience!.SuccessesBeforeUp.ShouldBe(1);
        Registration.Of(content.Good[0], null).Preview(Rich).ShouldBe(ImportOutcome.Unchanged);
        Registration.Of(content.Good[1], null).Preview(Job).ShouldBe(ImportOutcome.Unchanged);
    }

    [Fact]
    public void What_was_written_as_csv_is_read_as_the_same()
    {
        var content = ListText.Read(string.Join('\n', CsvExport.Lines(Export(Rich, Job))), ReadingChoices.Usual);

        Told.Of(content).ShouldBe([Expected, "heartbeat://backup; name Backup; every 2d; grace 1h"]);
        content.IgnoredColumns.ShouldBeEmpty();
        content.Good[0].Emails.Count.ShouldBe(2);
        Registration.Of(content.Good[0], null).Preview(Rich).ShouldBe(ImportOutcome.Unchanged);
    }

    [Fact]
    public void Secrets_are_not_in_the_file_and_their_absence_is_told()
    {
        var secretive = Rich with { Settings = Rich.Settings with { Look = new LookSettings { Credentials = new Credentials(AuthScheme.Basic, Secret.Hidden), Headers = [RequestHeader.Of("X-Token", "hush")] } } };

        var text = JsonShapes.Write(Export(secretive));

        text.ShouldNotContain("hush");
        ListText.Read(text, ReadingChoices.Usual).Good.Single().Remarks.ShouldBe(
            [
                "The header X-Token was left out: its value is a secret, and not in the file.", "What it logs in with was left out: it is a secret, and not in the file.", "It is paused, as it was.",
            ]);
    }

    [Fact]
    public void The_answer_of_list_is_read_as_well() =>
        Told.Read(JsonShapes.Write<IReadOnlyList<WebsiteShape>>([WebsiteShape.Of(Rich), WebsiteShape.Of(Samples.Up("https://a.example", "A"))]))
            .ShouldBe([Expected, "https://a.example/; name A; every 5m; tags live"]);

    [Fact]
    public void A_file_of_a_later_version_is_refused() =>
        Should.Throw<NoListException>(() => Told.Read("""{"format":"uptimesquirrel-export","version":2,"websites":[]}""")).Message
            .ShouldBe("The file was written by a later version of UptimeSquirrel: its format is 2, and 1 is the latest that is known here.");

    [Fact]
    public void The_published_schema_names_every_field_there_is()
    {
        var schema = JsonDocument.Parse(Repository.Read("docs/export.schema.json")).RootElement;
        var export = JsonDocument.Parse(JsonShapes.Write(Export(Rich, Job))).RootElement;

        NamesIn(export).ShouldBeSubsetOf(NamesIn(schema.GetProperty("properties")));
        export.GetProperty("websites").EnumerateArray().SelectMany(NamesIn).Distinct().ShouldBeSubsetOf(NamesIn(schema.GetProperty("$defs").GetProperty("website").GetProperty("properties")));
        NamesIn(export.GetProperty("websites")[0].GetProperty("settings")).ShouldBe(NamesIn(schema.GetProperty("$defs").GetProperty("settings").GetProperty("properties")), ignoreOrder: true);
        NamesIn(export.GetProperty("owners")[0]).ShouldBe(NamesIn(schema.GetProperty("$defs").GetProperty("owner").GetProperty("properties")), ignoreOrder: true);
        schema.GetProperty("properties").GetProperty("version").GetProperty("const").GetInt32().ShouldBe(OurList.Version);
    }

    private static IEnumerable<string> NamesIn(JsonElement element) => element.EnumerateObject().Select(member => member.Name);
}
