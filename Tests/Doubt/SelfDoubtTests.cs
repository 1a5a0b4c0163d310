using Microsoft.Extensions.Logging;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Tests.Doubt;

public sealed class SelfDoubtTests
{
    [Fact]
    public async Task A_silo_that_sees_websites_fail_which_others_see_up_doubts_itself_until_it_sees_them_too()
    {
        await using var house = new DoubtHouse { Answers = _ => false };
        house.Others.Names = ["berlin-2", "paris-1"];
        house.Others.Sees = (silo, _) => silo == "berlin-2";

        house.Fail(5, healthy: 20);
        await house.InDoubtAsync();
        house.Doubt.Episode!.Why.ShouldBe("5 of 5 checks failed within 30 s, while berlin-2 sees the same websites up.");
        house.Measure("uptime.silo.doubt").ShouldBe(1);
        (await house.Doubt.MayCallDownAsync(DoubtHouse.Website("other.example"))).ShouldBeFalse();

        await house.ExaminedAsync(3);
        house.Doubt.Episode.ShouldNotBeNull();
        house.Answers = _ => true;
        await house.InDoubtAsync(false);

        house.Measure("uptime.silo.doubt").ShouldBe(0);
        house.Log.At(LogLevel.Warning).Count(line => line.StartsWith("This silo doubts itself: 5 of 5", StringComparison.Ordinal)).ShouldBe(1);
        house.Log.At(LogLevel.Information).Single().ShouldEndWith("s: it sees the websites that failed up again");
    }

    [Fact]
    public async Task Websites_that_others_see_down_too_are_down()
    {
        await using var house = new DoubtHouse("reference.example") { Answers = host => host == "reference.example" };
        house.Others.Names = ["berlin-2", "paris-1"];
        house.Others.Sees = (_, _) => false;

        house.Fail(50);
        await house.ExaminedAsync(2);

        house.Doubt.Episode.ShouldBeNull();
    }

    [Fact]
    public async Task A_cluster_that_is_cut_off_as_a_whole_notices_by_the_references()
    {
        await using var house = new DoubtHouse("reference.example") { Answers = _ => false };
        house.Others.Names = ["berlin-2"];
        house.Others.Sees = (_, _) => false;

        house.Fail(5);
        await house.InDoubtAsync();
        house.Answers = host => host == "reference.example";

        await house.InDoubtAsync(false);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 21)]
    public async Task Failures_that_are_not_broad_are_no_reason_to_look_at_anything(int failures, int others)
    {
        await using var house = new DoubtHouse("reference.example") { Answers = _ => false };

        house.Fail(1);
        house.Fail(failures, others);

        house.Doubt.IsExamining.ShouldBeFalse();
    }

    [Fact]
    public async Task Failures_that_are_half_a_minute_apart_do_not_add_up()
    {
        await using var house = new DoubtHouse("reference.example") { Answers = _ => false };

        house.Fail(4);
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        house.Doubt.Note(DoubtHouse.Website("last.example"), isHealthy: false);

        house.Doubt.IsExamining.ShouldBeFalse();
    }

    [Fact]
    public async Task One_website_that_fails_again_and_again_is_one_website()
    {
        await using var house = new DoubtHouse("reference.example") { Answers = _ => false };

        for (var i = 0; i < 20; i++)
            house.Fail(1);

        house.Doubt.IsExamining.ShouldBeFalse();
    }

    [Fact]
    public async Task A_silo_alone_calls_nothing_down_while_its_references_are_silent()
    {
        await using var house = new DoubtHouse("one.example", "two.example");
        await house.Doubt.StartAsync(CancellationToken.None);
        house.Answers = host => host == "two.example";
        (await house.Doubt.MayCallDownAsync(DoubtHouse.Website("shop0.example"))).ShouldBeTrue();

        house.Clock.Advance(TimeSpan.FromSeconds(10));
        house.Answers = _ => false;
        (await house.Doubt.MayCallDownAsync(DoubtHouse.Website("shop0.example"))).ShouldBeFalse();
        house.Doubt.Episode!.Why.ShouldBe("Checks fail, and none of the reference addresses answers.");

        house.Answers = host => host == "two.example";
        await house.InDoubtAsync(false);
        (await house.Doubt.MayCallDownAsync(DoubtHouse.Website("shop0.example"))).ShouldBeTrue();
    }

    [Fact]
    public async Task Four_websites_were_called_down_because_a_reference_had_answered_just_before_the_cable_was_pulled()
    {
        await using var house = new DoubtHouse("reference.example");
        (await house.Doubt.MayCallDownAsync(DoubtHouse.Website("shop0.example"))).ShouldBeTrue();

        house.Clock.Advance(TimeSpan.FromSeconds(1));
        house.Answers = _ => false;

        (await house.Doubt.MayCallDownAsync(DoubtHouse.Website("shop0.example"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_thousand_websites_cost_one_look_at_the_references()
    {
        await using var house = new DoubtHouse("reference.example");

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => house.Doubt.MayCallDownAsync(DoubtHouse.Website($"shop{i}.example"))));

        house.Looks.ShouldBe(["reference.example"]);
    }

    [Fact]
    public async Task References_that_never_answered_say_nothing_about_one_website_but_count_when_many_fail()
    {
        await using var house = new DoubtHouse("reference.example") { Answers = _ => false };
        await house.Doubt.StartAsync(CancellationToken.None);
        house.Log.At(LogLevel.Warning).Single().ShouldStartWith("None of the addresses in Checks:References has answered since this silo started");

        (await house.Doubt.MayCallDownAsync(DoubtHouse.Website("shop0.example"))).ShouldBeTrue();
        house.Fail(5);

        await house.InDoubtAsync();
    }

    [Fact]
    public async Task A_silo_without_references_or_others_believes_what_it_sees()
    {
        await using var house = new DoubtHouse { Answers = _ => false };

        house.Fail(50);
        await house.ExaminedAsync(2);

        house.Doubt.Episode.ShouldBeNull();
        (await house.Doubt.MayCallDownAsync(DoubtHouse.Website("shop0.example"))).ShouldBeTrue();
    }

    [Fact]
    public async Task The_operator_is_told_once_when_it_lasts_and_once_when_it_is_over()
    {
        await using var house = new DoubtHouse { Answers = _ => false };
        house.Others.Names = ["berlin-2"];
        house.Fail(5);
        await house.UntilAsync(() => house.Told.Count == 1);
        await house.ExaminedAsync(3);
        house.Answers = _ => true;
        await house.UntilAsync(() => house.Told.Count == 2);
        await house.InDoubtAsync(false);

        var (doubt, over) = (house.Told[0], house.Told[1]);
        (doubt.Kind, doubt.Silo, over.Kind, over.IncidentId).ShouldBe((AlertKind.SiloInDoubt, "berlin-1", AlertKind.SiloSureAgain, doubt.Id));
        (doubt.DecidedAt - doubt.StartedAt).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(30));
        doubt.Id.ShouldNotBe(over.Id);
    }

    [Fact]
    public async Task A_doubt_that_is_over_within_seconds_is_no_news()
    {
        await using var house = new DoubtHouse { Answers = _ => false };
        house.Others.Names = ["berlin-2"];
        house.Fail(5);
        await house.InDoubtAsync();
        house.Answers = _ => true;
        await house.InDoubtAsync(false);

        house.Answers = _ => false;
        house.Others.Sees = (_, _) => false;
        house.Fail(5);
        await house.ExaminedAsync(5);

        house.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task News_that_cannot_be_handed_over_waits_until_it_can_even_after_the_doubt()
    {
        await using var house = new DoubtHouse { Answers = _ => false, OnTelling = () => throw new TimeoutException("The database does not answer.") };
        house.Others.Names = ["berlin-2"];
        house.Fail(5);
        await house.UntilAsync(() => house.Log.At(LogLevel.Warning).Any(line => line.StartsWith("What there is to tell the operator", StringComparison.Ordinal)));
        house.Answers = _ => true;
        await house.InDoubtAsync(false);
        house.Told.ShouldBeEmpty();

        house.OnTelling = () => { };
        await house.UntilAsync(() => house.Told.Count == 2);

        house.Told.Select(alert => alert.Kind).ShouldBe([AlertKind.SiloInDoubt, AlertKind.SiloSureAgain]);
        house.Log.At(LogLevel.Warning).Count(line => line.StartsWith("What there is to tell the operator", StringComparison.Ordinal)).ShouldBe(1);
    }
}
