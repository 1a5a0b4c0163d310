using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Adapters.Email;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>What stands in a message about many alerts.</summary>
public sealed class BundleWriterTests
{
    [Fact]
    public void Many_websites_down_are_one_message_that_names_ten_and_counts_the_rest()
    {
        var words = Write([.. Down(37)]);

        words.Subject.ShouldBe("37 websites down since 10:02 UTC");
        words.Explanation.ShouldBe("All at 203.0.113.7 (bad status).");
        words.Facts.Count.ShouldBe(11);
        words.Facts[0].ShouldBe(new AlertFact("Down", "Shop 1 (shop1.example), since 10:02 UTC, bad status"));
        words.Facts[10].ShouldBe(new AlertFact("And", "27 more; 'squirrel alerts' lists each"));
        words.Brief.ShouldBe("37 websites down since 10:02 UTC. All at 203.0.113.7 (bad status).");
    }

    [Fact]
    public void Up_again_and_down_are_counted_apart()
    {
        var words = Write([.. Down(3), .. Up(12, from: 4)]);

        words.Subject.ShouldBe("12 websites up again, 3 down");
        words.Explanation.ShouldBe("All at 203.0.113.7 (bad status). What is up again was down for 4 min 12 s.");
        words.Facts[3].ShouldBe(new AlertFact("Up again", "Shop 4 (shop4.example), after 4 min 12 s"));
    }

    [Fact]
    public void Only_how_things_stand_counts() => Write([.. Down(2), .. Up(1)]).Subject.ShouldBe("1 website up again, 1 down");

    [Fact]
    public void One_website_that_went_down_and_came_back_is_told_as_back_with_how_long_it_took()
    {
        var words = Write([Alerts.Outage(), Alerts.Recovery()]);

        words.Subject.ShouldBe("UP again: Shop (shop.example), down for 4 min 12 s");
    }

    [Fact]
    public void What_is_about_no_website_is_counted_too()
    {
        Write([.. Down(1), Alerts.Doubt()]).Subject.ShouldBe("1 website down, 1 other alert");
        Write([Alerts.Doubt(), Alerts.Doubt() with { IncidentId = "another" }]).Subject.ShouldBe("2 alerts");
    }

    [Theory]
    [InlineData("a a a", "All at 203.0.113.7 (bad status).")]
    [InlineData("a a a-", "All at 203.0.113.7.")]
    [InlineData("? ? ?", "All with bad status.")]
    [InlineData("a a ?", "2 at 203.0.113.7, 1 other.")]
    [InlineData("a a b b b ? ?-", "3 at 203.0.113.8, 2 at 203.0.113.7, 2 others.")]
    [InlineData("a b ?", "All with bad status.")]
    [InlineData("a a ?- ?-", "2 at 203.0.113.7, 2 with name not found.")]
    [InlineData("a b-", "Each for another reason.")]
    public void What_they_share_is_said_in_one_line(string websites, string expected)
    {
        var down = websites.Split(' ').Select((website, index) => Down(1, from: index + 1).Single() with
        {
            Sightings = website[0] == '?' ? [] : [Seen(website[0] == 'a' ? "203.0.113.7:443" : "203.0.113.8:80")],
            Problem = new Problem(website.EndsWith('-') ? FailureKind.NameNotFound : FailureKind.BadStatus, "It is broken.", "broken"),
        });

        SharedCause.Of([.. down]).ShouldBe(expected);
    }

    [Fact]
    public void What_was_folded_says_how_many_and_where_to_read_them()
    {
        var words = BundleWriter.Write(Folded, Folded.Latest());

        words.Subject.ShouldBe("And 240 more alerts until 11:00 UTC: 200 websites up again, 40 down");
        words.Explanation.ShouldEndWith("They came after this channel had told as much as it may in an hour; 'squirrel alerts' lists each.");
    }

    [Fact]
    public void The_last_message_of_an_hour_says_that_it_is()
    {
        var words = LetterWriter.Write(new Bundle([Alerts.Outage()]) { LastUntil = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero) }, "ntfy-1").Words;

        words.Subject.ShouldBe("DOWN: Shop (shop.example)");
        words.Explanation.ShouldEndWith(
            "This is the last message over this channel until 11:00 UTC: it has told as much as it may in an hour. What else happens is told then, in one message.");
        words.Brief.ShouldEndWith(" Nothing more here until 11:00 UTC.");
        words.Brief.Length.ShouldBeLessThanOrEqualTo(159);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(37)]
    [InlineData(10_000)]
    public void However_many_they_are_the_words_stay_short(int count)
    {
        var words = Write([.. Down(count).Select(alert => alert with { Name = new string('é', 10_000) })]);

        words.Subject.Length.ShouldBeLessThan(60);
        words.Facts.Count.ShouldBeLessThanOrEqualTo(11);
        words.Facts.ShouldAllBe(fact => fact.Value.Length < 160);
        words.Brief.Length.ShouldBeLessThan(160);
    }

    [Fact]
    public void A_lone_alert_is_the_letter_it_always_was()
    {
        var letter = LetterWriter.Write(new Bundle([Alerts.Recovery()]), "ann@shop.example");

        letter.Id.ShouldBe(Alerts.Recovery().Id);
        letter.ThreadId.ShouldBe(LetterWriter.Write(Alerts.Outage(), "ann@shop.example").MessageId);
        (letter.IsBundle, letter.Link, letter.IsAllClear, letter.Severity).ShouldBe((false, "https://shop.example/", true, Severity.Info));
    }

    [Fact]
    public void Several_alerts_have_one_name_made_of_the_first_and_of_which_they_are()
    {
        var letter = LetterWriter.Write(new Bundle([.. Down(3)]), "ntfy-1");

        letter.Id.ShouldMatch($"^bundle-{Down(1).Single().Id}-[0-9a-f]{{12}}$");
        LetterWriter.Write(new Bundle([.. Down(3)]), "ntfy-1").MessageId.ShouldBe(letter.MessageId);
        LetterWriter.Write(new Bundle([.. Down(2)]), "ntfy-1").MessageId.ShouldNotBe(letter.MessageId);
        LetterWriter.Write(new Bundle([.. Down(3)]), "ntfy-2").MessageId.ShouldNotBe(letter.MessageId);
        (letter.ThreadId == letter.MessageId, letter.IsBundle, letter.Link, letter.IsAllClear, letter.Severity).ShouldBe((true, true, null, false, Severity.Critical));
    }

    private static Bundle Folded => new([.. Up(200), .. Down(40, from: 201)]) { FoldedUntil = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero) };

    private static AlertMessage Write(Alert[] alerts) => BundleWriter.Write(new Bundle(alerts), new Bundle(alerts).Latest());

    private static IEnumerable<Alert> Down(int count, int from = 1) => Enumerable.Range(from, count).Select(number =>
        Alerts.Outage($"Shop {number}", $"https://shop{number}.example/") with { Sightings = [Seen("203.0.113.7:443")] });

    private static IEnumerable<Alert> Up(int count, int from = 1) =>
        Enumerable.Range(from, count).Select(number => Alerts.Recovery($"Shop {number}", $"https://shop{number}.example/"));

    private static Sighting Seen(string address) => new()
    {
        Silo = "here",
        Region = "berlin",
        At = Alerts.Now,
        Took = TimeSpan.Zero,
        ConnectedTo = address,
        Problem = new Problem(FailureKind.BadStatus, "It is broken.", "broken"),
    };
}
