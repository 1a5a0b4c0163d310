using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Quieting;

namespace UptimeSquirrel.Tests.Quieting;

public sealed class QuietAlertTests
{
    [Fact]
    public void Flapping_is_told_with_how_often_and_since_when()
    {
        var words = AlertWriter.Write(QuietFilm.Play("- + - + -").State.Unsent[^1]);

        words.Subject.ShouldBe("FLAPPING: Shop (shop.example), 3 outages since 10:01 UTC");
        words.Explanation.ShouldBe("Shop is down again, for the third time within an hour. There are no more single alerts until it is steady.");
        words.Next.ShouldBe("We keep checking every 5 minutes, keep a record of every outage, and will write once it has been up or down for 30 minutes without a change.");
        words.Brief.ShouldBe("FLAPPING: Shop (shop.example), 3 outages since 10:01 UTC. No more single alerts until it is steady.");
    }

    [Theory]
    [InlineData("- + - + - + - + 30+", "Steady again, UP: Shop (shop.example), 4 outages in all", "Up since, What was wrong last")]
    [InlineData("- + - + - 30-", "Steady again, DOWN: Shop (shop.example), 3 outages in all", "What is wrong")]
    public void The_end_of_it_says_what_it_is_now_and_how_often_it_went_down(string strip, string subject, string facts)
    {
        var words = AlertWriter.Write(QuietFilm.Play(strip).State.Unsent[^1]);

        words.Subject.ShouldBe(subject);
        string.Join(", ", words.Facts.Select(fact => fact.Label)).ShouldBe($"Address, Outages, {facts}, Technical cause");
        words.Explanation.ShouldContain(subject.Contains("UP", StringComparison.Ordinal) ? "It has been up for 30 minutes or longer" : "It has been down for 30 minutes or longer");
    }

    [Theory]
    [InlineData(1, 1, "1 website that went down with it: site-1")]
    [InlineData(2, 2, "2 websites that went down with it: site-1, site-2")]
    [InlineData(12, 2, "12 websites that went down with it: site-1, site-2 and 10 more")]
    public void A_recovery_says_what_else_went_down(int count, int names, string expected)
    {
        var alert = QuietFilm.Play("- +").State.Unsent[1] with { With = new Companions(count, [.. Enumerable.Range(1, names).Select(i => $"site-{i}")]) };

        AlertWriter.Write(alert).Facts.Single(fact => fact.Label == "With it").Value.ShouldBe(expected);
        AlertWriter.Write(alert with { With = null }).Facts.ShouldNotContain(fact => fact.Label == "With it");
    }

    [Fact]
    public void No_text_of_a_long_name_is_longer_than_a_phone_shows()
    {
        foreach (var alert in QuietFilm.Play("- + - + - 30-").State.Unsent)
            AlertWriter.Write(alert with { Name = new string('x', 300) }).Brief.Length.ShouldBeLessThan(160);
    }
}
