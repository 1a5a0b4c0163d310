using System.Text.Json;
using System.Text.RegularExpressions;
using UptimeSquirrel.Sites.Reading;
using UptimeSquirrel.Tests.House;

namespace UptimeSquirrel.Tests.Sites;

public sealed partial class SchemaTests
{
    private static readonly JsonElement _schema = JsonDocument.Parse(Repository.Read("docs/sites.schema.json")).RootElement;

    // A name that nobody knows is answered with those that are.
    [Theory]
    [InlineData("website", "websites: [{ url: https://a.example, nobody: 1 }]")]
    [InlineData("owner", "owners: [{ id: a, nobody: 1 }]")]
    [InlineData("channel", "owners: [{ id: a, channels: [{ kind: ntfy, nobody: 1 }] }]")]
    [InlineData("quietHours", "owners: [{ id: a, quiet-hours: { from: '22:00', to: '07:00', zone: UTC, nobody: 1 } }]")]
    [InlineData("report", "owners: [{ id: a, report: { every: week, nobody: 1 } }]")]
    [InlineData("window", "owners: [{ id: a, maintenance: [{ name: a, cron: '0 2 * * *', for: 1h, nobody: 1 }] }]")]
    [InlineData("", "nobody: 1")]
    public void The_published_schema_has_the_very_names_that_are_read(string what, string text)
    {
        var properties = (what.Length == 0 ? _schema : _schema.GetProperty("$defs").GetProperty(what)).GetProperty("properties");

        var mistake = SitesFile.Read(text, "sites.yaml", _ => null).Mistakes.ShouldHaveSingleItem();

        properties.EnumerateObject().Select(property => property.Name).ShouldBe(Known().Match(mistake).Groups["names"].Value.Split(", "), ignoreOrder: true);
    }

    [Fact]
    public void The_example_of_the_page_is_read_without_a_mistake() =>
        SitesFile.Read(Example().Match(Repository.Read("docs/configuration-as-code.md")).Groups["yaml"].Value, "page", _ => "x").ShouldSatisfyAllConditions(
            example => example.Mistakes.ShouldBeEmpty(),
            example => example.Websites.Count.ShouldBe(4));

    [GeneratedRegex("expected one of (?<names>.*)\\.$")]
    private static partial Regex Known();

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
