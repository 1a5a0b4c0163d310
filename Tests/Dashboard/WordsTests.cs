using System.Text.RegularExpressions;
using System.Xml.Linq;
using UptimeSquirrel.Tests.House;

namespace UptimeSquirrel.Tests.Dashboard;

/// <summary>Nobody reads half a page in one language and half in another.</summary>
public sealed partial class WordsTests
{
    private static readonly Dictionary<string, string> _german = XDocument.Parse(Repository.Read("Web/Dashboard/Language/Words.de.resx")).Descendants("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    [Fact]
    public void Every_word_of_the_dashboard_is_said_in_German() => Said().Except(_german.Keys).ShouldBeEmpty();

    [Fact]
    public void A_German_sentence_has_the_same_gaps_as_the_English_one() =>
        _german.Where(word => !Gaps(word.Key).SetEquals(Gaps(word.Value))).Select(word => word.Key).ShouldBeEmpty();

    [Fact]
    public void The_rule_would_notice_a_word_that_nobody_translated() => SaidIn("<b>@L[\"Nobody translated this\"]</b>").ShouldBe(["Nobody translated this"]);

    private static IEnumerable<string> Said() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "Web", "Dashboard"), "*.*", SearchOption.AllDirectories)
        .Where(path => Path.GetExtension(path) is ".cs" or ".razor").SelectMany(path => SaidIn(File.ReadAllText(path))).Distinct();

    private static IEnumerable<string> SaidIn(string source) => Word().Matches(source).Select(match => match.Groups["word"].Value);

    private static HashSet<string> Gaps(string sentence) => [.. Gap().Matches(sentence).Select(match => match.Value)];

    [GeneratedRegex(@"\b(?:L|words)\[\s*""(?<word>[^""]+)""")]
    private static partial Regex Word();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Gap();
}
