using System.Text.Json;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Decisions;

namespace UptimeSquirrel.Tests.Warnings;

/// <summary>
/// A warning that one silo decided without a database, and lost with itself, and what another silo decides meanwhile from what is stored: an owner's outbox takes
/// two alerts of one name for one.
/// </summary>
public sealed class WarningNamesTests
{
    private static readonly WarningTerms _terms = new([21, 14, 7, 3, 1], LooksNeeded: 3);

    [Fact]
    public void No_warning_has_the_name_of_an_outage_that_is_decided_from_the_same_state()
    {
        var outage = Film.Play("- - -").State.Unsent.ShouldHaveSingleItem();

        Warnings(Stored()).Select(alert => alert.Id).ShouldNotContain(outage.Id);
        Warnings(Stored()).Select(alert => alert.Id).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void An_outage_after_a_warning_has_the_number_it_would_have_without()
    {
        var warned = WarningRules.Observe(Film.Id, Step(Stored()), Certificate(6.5), _terms, Film.Start).State;

        warned.AlertNumber.ShouldBe(Stored().AlertNumber);
        warned.WarningNumber.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_same_warning_decided_twice_has_one_name_so_that_it_is_told_once() =>
        Warnings(Stored()).Select(alert => alert.Id).ShouldBe(Warnings(Stored()).Select(alert => alert.Id));

    [Fact]
    public void Each_step_and_the_renewal_have_names_of_their_own()
    {
        var state = Stored();
        foreach (var (left, after) in new[] { (6.5, 0), (6.5, 4), (95.0, 5) })
            state = WarningRules.Observe(Film.Id, Step(state), Certificate(left), _terms, Film.Start.AddDays(after)).State;

        var date = $"{Film.Id.Value:N}-certificate-20261129";
        state.Unsent.Select(alert => alert.Id).ShouldBe([$"{date}-7", $"{date}-3", $"{date}-7-renewed"]);
    }

    [Fact]
    public void What_an_earlier_version_told_by_number_ends_under_that_number()
    {
        var told = JsonSerializer.Deserialize<WarnedOf>(
            """
            {"Certificate":{"ExpiresAt":"2026-11-29T22:00:00+00:00","Days":7,"Number":12,"IsRenewed":false},
             "Slowness":{"Since":"2026-11-23T09:00:00+00:00","CountedAt":"2026-11-23T09:00:00+00:00","Looks":2,"Number":8,"FastSince":"2026-11-23T09:30:00+00:00"}}
            """)!;
        var state = Stored() with { Warned = told };

        var renewed = WarningRules.Observe(Film.Id, Step(state), Certificate(95), _terms, Film.Start).State.Unsent;

        renewed.Select(alert => (alert.Kind, alert.IncidentId)).ShouldBe([
            (AlertKind.Renewed, $"{Film.Id.Value:N}-12"), (AlertKind.FastAgain, $"{Film.Id.Value:N}-8")]);
    }

    [Fact]
    public void Of_two_memories_the_one_that_has_warned_more_counts()
    {
        var (stored, spooled) = (Stored(), WarningRules.Observe(Film.Id, Step(Stored()), Certificate(6.5), _terms, Film.Start).State);

        WarningRules.WithLater(stored, spooled).Warned.ShouldBe(spooled.Warned);
        WarningRules.WithLater(spooled, stored).Warned.ShouldBe(spooled.Warned);
    }

    [Fact]
    public void That_a_website_is_steady_again_is_not_taken_for_the_next_outage()
    {
        var steady = Quieting.QuietFilm.Play("+ - + - + - + 31+").State;
        var before = Quieting.QuietFilm.Play("+ - + - + - +").State;

        steady.Unsent[^1].Kind.ShouldBe(AlertKind.SteadyAgain);
        var sighting = Film.Sighting('-', Film.Frame(99));
        var outage = WebsiteStateMachine.Observe(
            Film.Id, before, Film.Failing, Film.Frame(99), Film.Frame(99), new Patience([], 1), SecondLookRules.Weigh(sighting, [], isAlone: true));
        outage.State.Unsent[^1].Id.ShouldNotBe(steady.Unsent[^1].Id);
    }

    private static List<Alert> Warnings(WebsiteState state)
    {
        var slow = state;
        for (var look = 0; look < 3; look++)
            slow = WarningRules.Observe(Film.Id, Step(slow), Seen(took: 5) with { At = Film.Frame(look) }, _terms, Film.Frame(look)).State;
        return
        [
            .. WarningRules.Observe(Film.Id, Step(state), Certificate(6.5), _terms, Film.Start).State.Unsent,
            .. WarningRules.Observe(Film.Id, Step(state), Seen() with { Domain = new DomainExpiry("shop.example", Film.Start.AddDays(6.5)) }, _terms, Film.Start).State.Unsent,
            .. slow.Unsent,
        ];
    }

    private static WebsiteState Stored()
    {
        var website = Film.NewWebsite();
        return website with { Standing = UptimeSquirrel.Websites.Standing.Up, Settings = website.Settings with { Warnings = new() { SlowAfter = TimeSpan.FromSeconds(2) } } };
    }

    private static Step Step(WebsiteState state) => new(state, MustSave: false, LookAgainIn: null, Incident: null);

    private static WarningSigns Seen(double took = 0.1) => new() { At = Film.Start, Took = TimeSpan.FromSeconds(took), IsHealthy = true, CouldNotLook = false, Host = "shop.example" };

    private static WarningSigns Certificate(double days) => Seen() with
    {
        Certificate = new CertificateFacts
        {
            Subject = "shop.example",
            Issuer = "Some Authority",
            Names = ["shop.example"],
            NotBefore = Film.Start.AddDays(-90),
            NotAfter = Film.Start.AddDays(days),
        },
    };
}
