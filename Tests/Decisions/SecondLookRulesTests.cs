using UptimeSquirrel.Grains.Vantages;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class SecondLookRulesTests
{
    [Theory]
    [InlineData("--", nameof(SecondLookOutcome.Agreed))]
    [InlineData("-+", nameof(SecondLookOutcome.Agreed))]
    [InlineData("++", nameof(SecondLookOutcome.Disagreed))]
    [InlineData("-", nameof(SecondLookOutcome.Agreed))]
    [InlineData("+", nameof(SecondLookOutcome.Undecided))]
    [InlineData("", nameof(SecondLookOutcome.Undecided))]
    public void The_majority_of_all_who_looked_decides_and_nobody_decides_when_none_of_the_others_answered(string others, string expected)
    {
        Weigh('-', others, isAlone: false).Outcome.ToString().ShouldBe(expected);
        Weigh('+', others.Replace('-', 'x').Replace('+', '-').Replace('x', '+'), isAlone: false).Outcome.ToString().ShouldBe(expected);
    }

    [Fact]
    public void Where_there_is_nobody_to_ask_one_silo_decides_alone() =>
        Weigh('-', "", isAlone: true).Outcome.ShouldBe(SecondLookOutcome.Agreed);

    [Fact]
    public void Our_own_sighting_comes_first() =>
        Weigh('-', "+-", isAlone: false).Sightings.Select(sighting => sighting.Region).ShouldBe(["here", "there-0", "there-1"]);

    private static SecondLook Weigh(char own, string others, bool isAlone) => SecondLookRules.Weigh(
        Film.Sighting(own, Film.Start), [.. others.Select((vote, index) => Film.Sighting(vote, Film.Start, $"there-{index}"))], isAlone);
}
