using CsCheck;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class AcceptedStatusesTests
{
    [Theory]
    [InlineData("200", "200")]
    [InlineData(" 200 - 299 , 301 ", "200-299,301")]
    [InlineData("200\t-\t299", "200-299")]
    [InlineData("0200", "200")]
    [InlineData("404-404", "404")]
    [InlineData("100-599", "100-599")]
    public void Has_one_spelling(string text, string expected) => AcceptedStatuses.Parse(text).Text.ShouldBe(expected);

    [Theory]
    [InlineData(null, "''")]
    [InlineData("", "''")]
    [InlineData("ok", "'ok'")]
    [InlineData("2xx", "'2xx'")]
    [InlineData("99", "'99'")]
    [InlineData("600", "'600'")]
    [InlineData("-200", "'-200'")]
    [InlineData("299-200", "'299-200'")]
    [InlineData("200,", "'200,'")]
    [InlineData("200--299", "'200--299'")]
    [InlineData("2 0 0", "'2 0 0'")]
    public void Says_what_is_wrong(string? text, string quoted)
    {
        AcceptedStatuses.TryParse(text, out var statuses, out var problem).ShouldBeFalse();

        (statuses, problem).ShouldBe((
            null,
            $"{quoted} is not a list of statuses: expected up to 20 codes from 100 to 599 or ranges of them, such as 200-299,301."));
    }

    [Fact]
    public void A_very_long_list_is_refused_in_few_words()
    {
        AcceptedStatuses.TryParse(string.Join(',', Enumerable.Repeat("200", 25_000)), out _, out var problem).ShouldBeFalse();

        problem.Length.ShouldBeLessThan(250);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void Has_at_most_20_parts(int parts, bool isGood) =>
        AcceptedStatuses.TryParse(string.Join(',', Enumerable.Repeat("200", parts)), out _, out _).ShouldBe(isGood);

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    [InlineData(301, true)]
    [InlineData(302, false)]
    public void Accepts_what_it_lists(int status, bool isAccepted) => AcceptedStatuses.Parse("200-299,301").Accepts(status).ShouldBe(isAccepted);

    [Fact]
    public void Everything_from_200_to_399_is_accepted_by_default() =>
        Enumerable.Range(0, 1000).Where(AcceptedStatuses.Default.Accepts).ShouldBe(Enumerable.Range(200, 200));

    [Fact]
    public void Accepts_the_same_after_being_written_and_read_again() =>
        Gen.String[Gen.Char["0123456789-, "], 1, 15].Sample(text =>
            !AcceptedStatuses.TryParse(text, out var statuses, out _) || AcceptedStatuses.Parse(statuses.Text) == statuses);
}
