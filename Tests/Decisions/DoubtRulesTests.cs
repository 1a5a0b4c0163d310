using UptimeSquirrel.Grains.Doubt;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class DoubtRulesTests
{
    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(4, 4, false)]            // four websites may well be one server of theirs
    [InlineData(5, 5, true)]
    [InlineData(5, 25, true)]
    [InlineData(5, 26, false)]           // every fifth look, not fewer
    [InlineData(2_000, 10_000, true)]
    [InlineData(1_999, 10_000, false)]
    public void Failures_are_broad_from_five_websites_and_every_fifth_look(int failures, long looks, bool isBroad) =>
        DoubtRules.IsBroad(new Tally(failures, looks)).ShouldBe(isBroad);

    // o = an up website, x = a failing one, ? = nobody could say; one for each of the sample.
    [Theory]
    [InlineData("ooooo", "?????", false, "WeSeeThem", false)]          // it was over before anybody asked
    [InlineData("oooxx", "ooooo", true, "WeSeeThem", false)]
    [InlineData("xxxxx", "ooooo", true, "OthersSeeThem", true)]        // our provider, or our address on somebody's list
    [InlineData("xxxxx", "ooooo", false, "OthersSeeThem", true)]       // our cable
    [InlineData("xxxxx", "oooxx", null, "OthersSeeThem", true)]
    [InlineData("xxxxx", "o????", null, "OthersSeeThem", true)]        // most of what could be judged
    [InlineData("ooxxx", "ooxxx", true, "TheyAreDown", false)]
    [InlineData("xxxxx", "xxxxx", true, "TheyAreDown", false)]         // a hoster with thousands of websites
    [InlineData("xxxxx", "xxxxx", false, "NothingAnswers", true)]      // the whole cluster is cut off
    [InlineData("xxxxx", "?????", false, "NothingAnswers", true)]      // nobody else to ask
    [InlineData("xxxxx", "?????", true, "TheyAreDown", false)]
    [InlineData("xxxxx", "?????", null, "NobodyToAsk", false)]         // no references: believe what is seen
    [InlineData("xx", "??", false, "NothingAnswers", true)]
    public void Doubt_follows_from_what_we_others_and_the_references_see(string we, string others, bool? reference, string finding, bool isDoubt)
    {
        var found = DoubtRules.Judge(new Evidence(we.Length, Count(we, 'o'), Count(others, 'o') + Count(others, 'x'), Count(others, 'o'), reference));

        found.ToString().ShouldBe(finding);
        DoubtRules.IsDoubt(found).ShouldBe(isDoubt);
    }

    [Theory]
    [InlineData("OthersSeeThem", 412, 1430, "berlin-2", "412 of 1,430 checks failed within 30 s, while berlin-2 sees the same websites up.")]
    [InlineData("OthersSeeThem", 5, 5, "berlin-2 and paris-1", "5 of 5 checks failed within 30 s, while berlin-2 and paris-1 see the same websites up.")]
    [InlineData("NothingAnswers", 412, 430, "", "412 of 430 checks failed within 30 s, and none of the reference addresses answers.")]
    [InlineData("NothingAnswers", 0, 0, "", "Checks fail, and none of the reference addresses answers.")]
    public void Says_why(string finding, int failures, long looks, string witnesses, string why) =>
        DoubtText.Why(Enum.Parse<Finding>(finding), new Tally(failures, looks), witnesses).ShouldBe(why);

    private static int Count(string film, char what) => film.Count(character => character == what);
}
