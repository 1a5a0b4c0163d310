using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Adapters.Email;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class AlertWriterTests
{
    [Fact]
    public void Says_what_is_down_since_when_why_and_what_happens_next()
    {
        var words = AlertWriter.Write(Alerts.Outage());

        words.Subject.ShouldBe("DOWN: Shop (shop.example)");
        words.Headline.ShouldBe("Shop is down.");
        words.Explanation.ShouldBe("The server answered, but with an error: 503 (Service Unavailable), after 0.4 s.");
        words.Facts.ShouldBe(
        [
            new AlertFact("Address", "https://shop.example/", IsAddress: true),
            new AlertFact("Down since", "23 Nov 2026 10:02:13 UTC"),
            new AlertFact("Confirmed", "23 Nov 2026 10:02:49 UTC, after 3 failed checks in a row"),
            new AlertFact("Technical cause", "HTTP 503 Service Unavailable"),
        ]);
        words.Next.ShouldBe("We keep checking every 5 minutes and will write again as soon as it is back.");
        words.Brief.ShouldBe(
            "DOWN: Shop (shop.example) since 10:02 UTC. The server answered, but with an error: 503 (Service Unavailable), after 0.4 s.");
    }

    [Theory]
    [InlineData("berlin-", null)]
    [InlineData("berlin- paris- oslo-", "3 of 3 places (berlin, paris, oslo)")]
    [InlineData("berlin- paris+ oslo-", "2 of 3 places (berlin, oslo)")]
    [InlineData("berlin- oslo- oslo-", "3 of 3 places (berlin, oslo)")]
    [InlineData("default- default-", "2 of 2 places")]
    public void Says_from_where_it_was_seen_when_others_were_asked(string sightings, string? expected)
    {
        var alert = Alerts.Outage() with { Sightings = [.. sightings.Split(' ').Select(sighting => Film.Sighting(sighting[^1], Film.Start, sighting[..^1]))] };

        AlertWriter.Write(alert).Facts.SingleOrDefault(fact => fact.Label == "Confirmed from")?.Value.ShouldBe(expected);
        AlertWriter.Write(alert).Facts.Count.ShouldBe(expected is null ? 4 : 5);
    }

    [Fact]
    public void Says_how_long_it_was_down_and_what_was_wrong()
    {
        var words = AlertWriter.Write(Alerts.Recovery());

        words.Subject.ShouldBe("UP again: Shop (shop.example), down for 4 min 12 s");
        words.Headline.ShouldBe("Shop is up again.");
        words.Explanation.ShouldBe("It was down for 4 minutes 12 seconds, from the first failed check to the first good one.");
        words.Facts.ShouldBe(
        [
            new AlertFact("Address", "https://shop.example/", IsAddress: true),
            new AlertFact("Down from", "23 Nov 2026 10:02:13 UTC"),
            new AlertFact("Up again since", "23 Nov 2026 10:06:25 UTC"),
            new AlertFact("What was wrong", "The server answered, but with an error: 503 (Service Unavailable), after 0.4 s."),
            new AlertFact("Technical cause", "HTTP 503 Service Unavailable"),
        ]);
        words.Next.ShouldBe("We keep checking every 5 minutes and will write if it goes down again.");
        words.Brief.ShouldBe("UP again: Shop (shop.example) since 10:06 UTC, down for 4 min 12 s.");
    }

    [Theory]
    [InlineData("shop.example", "DOWN: shop.example")]
    [InlineData("SHOP.example", "DOWN: SHOP.example")]
    [InlineData("shop.example/cart", "DOWN: shop.example/cart")]
    [InlineData("shop.example.com", "DOWN: shop.example.com (shop.example)")]
    [InlineData(" \r\n ", "DOWN: shop.example")]
    [InlineData("Shop\r\nBcc: eve@evil.example", "DOWN: Shop Bcc: eve@evil.example (shop.example)")]
    [InlineData("Shop\u202Egnp.exe", "DOWN: Shopgnp.exe (shop.example)")]
    [InlineData("חנות", "DOWN: חנות (shop.example)")]
    [InlineData("<b>Shop</b> & Co", "DOWN: <b>Shop</b> & Co (shop.example)")]
    public void Names_a_website_in_one_safe_line(string name, string subject) =>
        AlertWriter.Write(Alerts.Outage(name)).Subject.ShouldBe(subject);

    [Fact]
    public void Leaves_the_port_in_view() =>
        AlertWriter.Write(Alerts.Outage("Shop", "https://shop.example:8443/")).Subject.ShouldBe("DOWN: Shop (shop.example:8443)");

    [Fact]
    public void Keeps_the_text_for_a_phone_under_160_characters_whatever_the_name()
    {
        var words = AlertWriter.Write(Alerts.Outage(new string('x', 10_000), problem: new Problem(FailureKind.Unknown, new string('y', 10_000), "")));

        words.Brief.Length.ShouldBeLessThan(160);
        words.Brief.ShouldStartWith($"DOWN: {new string('x', 39)}… (shop.example) since 10:02 UTC. yyy");
        words.Brief.ShouldEndWith("...");
        words.Subject.ShouldBe($"DOWN: {new string('x', 99)}… (shop.example)");
    }

    [Fact]
    public void Never_cuts_through_a_character() =>
        PlainLine.From(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 50)), 20).ShouldBe("👩‍👩‍👧👩‍👩‍👧…");

    [Theory]
    [InlineData(0, "Confirmed", "23 Nov 2026 10:02:49 UTC")]
    [InlineData(1, "Confirmed", "23 Nov 2026 10:02:49 UTC, after 1 failed check")]
    public void Counts_checks_only_when_there_is_something_to_count(int checks, string label, string value) =>
        AlertWriter.Write(Alerts.Outage() with { FailedChecks = checks }).Facts.ShouldContain(new AlertFact(label, value));

    [Fact]
    public void Falls_back_on_the_time_of_the_decision_when_nobody_knows_the_end() =>
        AlertWriter.Write(Alerts.Recovery() with { EndedAt = null }).Subject.ShouldEndWith("down for 4 min 42 s");

    [Fact]
    public void Refuses_a_kind_it_does_not_know() =>
        Should.Throw<System.Diagnostics.UnreachableException>(() => AlertWriter.Write(Alerts.Outage() with { Kind = (AlertKind)250 }));
}
