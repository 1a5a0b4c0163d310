using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Adapters.Email;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class SiloAlertWriterTests
{
    [Fact]
    public void Says_which_silo_cannot_see_why_and_that_nobody_was_told()
    {
        var words = AlertWriter.Write(Alerts.Doubt());

        words.Subject.ShouldBe("Silo berlin-1 cannot see the world");
        words.Explanation.ShouldBe(
            "412 of 430 checks failed within 30 s, while berlin-2 sees the same websites up. It judges no website until it sees again. No owner was told.");
        words.Facts.ShouldContain(new AlertFact("In doubt since", "23 Nov 2026 10:02:13 UTC"));
        words.Next.ShouldBe("It examines itself every 10 seconds and will write again as soon as it trusts what it sees.");
        words.Brief.ShouldBe("Silo berlin-1 cannot see the world: 412 of 430 checks failed within 30 s, while berlin-2 sees the same websites up.");
    }

    [Fact]
    public void Says_that_it_is_over_and_how_long_it_took()
    {
        var words = AlertWriter.Write(Alerts.Doubt() with { Kind = AlertKind.SiloSureAgain, EndedAt = Alerts.Doubt().StartedAt + new TimeSpan(0, 4, 12) });

        words.Subject.ShouldBe("Silo berlin-1 sees the world again, after 4 min 12 s");
        words.Facts.ShouldContain(new AlertFact("Sure again since", "23 Nov 2026 10:06:25 UTC"));
        words.Brief.ShouldBe("Silo berlin-1 sees the world again, after 4 min 12 s.");
    }

    [Fact]
    public void A_long_name_leaves_the_text_for_a_phone_short() =>
        AlertWriter.Write(Alerts.Doubt() with { Silo = new string('x', 500) }).Brief.Length.ShouldBeLessThan(160);
}
