using System.Text.RegularExpressions;
using System.Xml.Linq;
using UptimeSquirrel.Tests.House;
using UptimeSquirrel.Web.Guarding;

namespace UptimeSquirrel.Tests.Web.Access;

public sealed partial class TextTests
{
    private static readonly Dictionary<string, string> _english = Read("Web/Access/AccessTexts.resx");
    private static readonly Dictionary<string, string> _german = Read("Web/Access/AccessTexts.de.resx");

    [Fact]
    public void Every_text_is_there_in_both_languages_with_the_same_gaps()
    {
        _german.Keys.ShouldBe(_english.Keys, ignoreOrder: true);
        _english.Where(text => !Gaps(text.Value).SequenceEqual(Gaps(_german[text.Key]))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_a_page_asks_for_is_there() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "Web"), "*.*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".razor", StringComparison.Ordinal) || path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(File.ReadAllText).Where(source => source.Contains("IStringLocalizer<AccessTexts>", StringComparison.Ordinal))
            .SelectMany(source => Asked().Matches(source)).Select(match => match.Groups["key"].Value).Distinct()
            .Except(_english.Keys).ShouldBeEmpty();

    [Theory]
    [InlineData("same-origin", null, false)]
    [InlineData("none", null, false)]
    [InlineData("same-site", "https://monitor.example", true)]
    [InlineData("cross-site", null, true)]
    [InlineData(null, null, false)]
    [InlineData(null, "https://monitor.example", false)]
    [InlineData(null, "https://evil.example", true)]
    [InlineData(null, "null", true)]
    public void A_change_asked_for_by_another_site_is_recognised(string? site, string? origin, bool isForeign) =>
        ForeignForms.IsForeign(site, origin, "monitor.example").ShouldBe(isForeign);

    private static string[] Gaps(string text) => [.. Gap().Matches(text).Select(match => match.Value).Distinct().Order()];

    private static Dictionary<string, string> Read(string path) =>
        XDocument.Parse(Repository.Read(path)).Descendants("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"[tT]ext\[""(?<key>[A-Za-z.-]+)""[\],]")]
    private static partial Regex Asked();
}
