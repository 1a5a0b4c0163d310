using System.Text.Json;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Decisions;

namespace UptimeSquirrel.Tests.Warnings;

public sealed class WarningRulesTests
{
    private static readonly WarningTerms _terms = new([21, 14, 7, 3, 1], LooksNeeded: 3);

    [Fact]
    public void A_look_without_news_changes_nothing_and_writes_nothing()
    {
        var step = Quiet(Film.NewWebsite());

        WarningRules.Observe(Film.Id, step, Signs(), _terms, Film.Start).ShouldBe(step);
        WarningRules.Observe(Film.Id, step, Signs(certificateDays: 60, domainDays: 60), _terms, Film.Start).ShouldBe(step);
        WarningRules.Observe(Film.Id, step, Signs(took: 9), _terms, Film.Start).State.ShouldBeSameAs(step.State);
    }

    [Fact]
    public void A_look_without_news_allocates_nothing()
    {
        var (step, result, last) = (Quiet(Slowable()), new CheckResult { At = Film.Start, Took = TimeSpan.FromSeconds(0.1), StatusCode = 200 }, default(Step));
        last = WarningRules.Observe(Film.Id, step, WarningSigns.Of(Film.Url, result, Verdict.Healthy), _terms, Film.Start);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var look = 0; look < 1000; look++)
            last = WarningRules.Observe(Film.Id, step, WarningSigns.Of(Film.Url, result, Verdict.Healthy), _terms, Film.Start);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        last.State.ShouldBeSameAs(step.State);
    }

    [Fact]
    public void The_alert_is_part_of_the_state_that_says_that_it_was_told()
    {
        var step = WarningRules.Observe(Film.Id, Quiet(Film.NewWebsite()), Signs(certificateDays: 6.5), _terms, Film.Start);

        step.MustSave.ShouldBeTrue();
        var series = $"{Film.Id.Value:N}-certificate-20261129-7";
        step.State.Warned!.Certificate.ShouldBe(new ToldExpiry(Film.Start.AddDays(6.5), 7) { Series = series });
        var alert = step.State.Unsent.ShouldHaveSingleItem();
        (alert.Id, alert.IncidentId, alert.Kind).ShouldBe((series, series, AlertKind.CertificateExpires));
        alert.Expiry.ShouldBe(new ExpiryFacts { IsDomain = false, Name = "shop.example", Issuer = "Some Authority", ExpiresAt = Film.Start.AddDays(6.5) });
    }

    [Fact]
    public void What_belongs_to_one_date_hangs_together()
    {
        var seven = WarningRules.Observe(Film.Id, Quiet(Film.NewWebsite()), Signs(certificateDays: 6.5), _terms, Film.Start).State;
        var three = WarningRules.Observe(Film.Id, Quiet(seven), Signs(certificateDays: 6.5), _terms, Film.Start.AddDays(4)).State;
        var renewed = WarningRules.Observe(Film.Id, Quiet(three), Signs(certificateDays: 95), _terms, Film.Start.AddDays(5)).State;

        renewed.Unsent.Select(alert => alert.Kind).ShouldBe([AlertKind.CertificateExpires, AlertKind.CertificateExpires, AlertKind.Renewed]);
        renewed.Unsent.Select(alert => alert.Id).Distinct().Count().ShouldBe(3);
        renewed.Unsent.Select(alert => alert.IncidentId).Distinct().ShouldBe([$"{Film.Id.Value:N}-certificate-20261129-7"]);
        renewed.Unsent[2].Expiry!.ExpiresAt.ShouldBe(Film.Start.AddDays(95));
        WarningRules.Observe(Film.Id, Quiet(renewed), Signs(certificateDays: 95), _terms, Film.Start.AddDays(5.5)).MustSave.ShouldBeFalse();
    }

    [Fact]
    public void Certificate_and_domain_are_told_apart()
    {
        var state = WarningRules.Observe(Film.Id, Quiet(Film.NewWebsite()), Signs(certificateDays: 6.5, domainDays: 13), _terms, Film.Start).State;

        state.Unsent.Select(alert => (alert.Kind, alert.Expiry!.Name)).ShouldBe([(AlertKind.CertificateExpires, "shop.example"), (AlertKind.DomainExpires, "shop-domain.com")]);
        (state.Warned!.Certificate!.Days, state.Warned.Domain!.Days).ShouldBe((7, 14));
    }

    [Fact]
    public void An_owner_who_does_not_want_to_know_is_not_told()
    {
        var website = Film.NewWebsite();
        website = website with { Settings = website.Settings with { Warnings = new() { Certificate = false, Domain = false } } };

        WarningRules.Observe(Film.Id, Quiet(website), Signs(certificateDays: 1, domainDays: 1), _terms, Film.Start).MustSave.ShouldBeFalse();
    }

    [Fact]
    public void Slow_and_fast_again_are_one_story_and_only_they_are_worth_a_write()
    {
        var steps = new List<Step> { Quiet(Slowable()) };
        foreach (var took in (double[])[3, 3, 3, 1, 1, 1])
            steps.Add(WarningRules.Observe(Film.Id, Quiet(steps[^1].State), Signs(took, at: Film.Frame(steps.Count)), _terms, Film.Frame(steps.Count)));

        steps.Select(step => step.MustSave).ShouldBe([false, false, false, true, false, false, true]);
        var (slow, fast) = (steps[^1].State.Unsent[0], steps[^1].State.Unsent[1]);
        (slow.Kind, slow.StartedAt, slow.EndedAt).ShouldBe((AlertKind.BecameSlow, Film.Frame(1), null));
        (fast.Kind, fast.StartedAt, fast.EndedAt, fast.IncidentId).ShouldBe((AlertKind.FastAgain, Film.Frame(1), Film.Frame(4), slow.Id));
        slow.Slowness.ShouldBe(new SlownessFacts(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), 3));
        steps[^1].State.Warned.ShouldBeNull();
    }

    [Fact]
    public void A_look_that_saw_nothing_says_nothing_about_speed()
    {
        var slow = WarningRules.Observe(Film.Id, Quiet(Slowable()), Signs(took: 3), _terms, Film.Start);

        WarningRules.Observe(Film.Id, Quiet(slow.State), Signs(took: 9) with { IsHealthy = false, CouldNotLook = true }, _terms, Film.Frame(1)).State.ShouldBeSameAs(slow.State);
    }

    [Fact]
    public void Who_wants_to_hear_no_more_of_slowness_hears_no_end_of_it_either()
    {
        var website = Film.NewWebsite() with { Warned = new WarnedOf { Slowness = new Slowness(Film.Start, Film.Start, 0, Number: 5) } };

        var step = WarningRules.Observe(Film.Id, Quiet(website), Signs(took: 1), _terms, Film.Frame(1));

        (step.MustSave, step.State.Warned, step.State.Unsent.Count).ShouldBe((true, null, 0));
    }

    [Fact]
    public void A_website_of_which_nothing_was_told_takes_no_room_in_the_database() =>
        JsonSerializer.Serialize(Film.NewWebsite()).ShouldNotContain("\"Warned\"");

    [Fact]
    public void What_was_told_comes_back_out_of_the_database()
    {
        var warned = new WarnedOf { Certificate = new ToldExpiry(Film.Start, 7, 12, IsRenewed: true), Slowness = new Slowness(Film.Start, Film.Frame(3), 2, 8) };

        JsonSerializer.Deserialize<WebsiteState>(JsonSerializer.Serialize(Film.NewWebsite() with { Warned = warned }))!.Warned.ShouldBe(warned);
    }

    [Fact]
    public void A_certificate_that_was_refused_is_left_to_the_check_that_failed()
    {
        var result = new CheckResult { At = Film.Start, Took = TimeSpan.Zero, Failure = FailureKind.CertificateProblem, Certificate = Certificate(1) };

        WarningSigns.Of(Film.Url, result, Verdict.Healthy).Certificate.ShouldBeNull();
    }

    [Fact]
    public void A_certificate_belongs_to_the_host_that_redirects_led_to()
    {
        var result = new CheckResult { At = Film.Start, Took = TimeSpan.Zero, FinalUrl = "https://www.shop.example/start", Certificate = Certificate(1) };

        WarningSigns.Of(Film.Url, result, Verdict.Healthy).Host.ShouldBe("www.shop.example");
    }

    private static Step Quiet(WebsiteState state) => new(state, MustSave: false, LookAgainIn: null, Incident: null);

    private static WebsiteState Slowable()
    {
        var website = Film.NewWebsite();
        return website with { Settings = website.Settings with { Warnings = new() { SlowAfter = TimeSpan.FromSeconds(2) } } };
    }

    private static WarningSigns Signs(double took = 0.1, double? certificateDays = null, double? domainDays = null, DateTimeOffset? at = null) => new()
    {
        At = at ?? Film.Start,
        Took = TimeSpan.FromSeconds(took),
        IsHealthy = true,
        CouldNotLook = false,
        Host = "shop.example",
        Certificate = certificateDays is { } days ? Certificate(days) : null,
        Domain = domainDays is { } left ? new DomainExpiry("shop-domain.com", Film.Start.AddDays(left)) : null,
    };

    private static CertificateFacts Certificate(double days) => new()
    {
        Subject = "shop.example",
        Issuer = "Some Authority",
        Names = ["shop.example"],
        NotBefore = Film.Start.AddDays(-90),
        NotAfter = Film.Start.AddDays(days),
    };
}
