using System.Text.Json;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Bundles;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>How long alerts are gathered is an owner's own setting, and else the installation's.</summary>
public sealed class DigestRulesTests
{
    private static readonly AlertOptions _installation = new() { DigestWindow = TimeSpan.FromSeconds(20) };

    [Theory]
    [InlineData(null, 20)]
    [InlineData(0, 0)]
    [InlineData(60, 60)]
    public void An_owner_without_a_time_of_their_own_has_that_of_the_installation(int? own, int expected) =>
        DigestRules.WindowOf(new OwnerState { DigestWindow = Seconds(own) }, _installation).ShouldBe(TimeSpan.FromSeconds(expected));

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(300)]
    public void Nothing_to_five_minutes_can_be_had(int? seconds) => DigestRules.Problems(Seconds(seconds)).ShouldBeEmpty();

    [Theory]
    [InlineData(301, "Alerts cannot be gathered for 301s: expected 0s to 5m.")]
    [InlineData(3600, "Alerts cannot be gathered for 1h: expected 0s to 5m.")]
    [InlineData(-1, "Alerts cannot be gathered for less than no time: expected 0s to 5m.")]
    public void What_cannot_be_had_is_told_with_what_can(int seconds, string problem) => DigestRules.Problems(Seconds(seconds)).ShouldBe([problem]);

    [Fact]
    public void What_was_stored_before_there_was_such_a_setting_is_read_as_without_one()
    {
        JsonSerializer.Deserialize<OwnerState>("""{"Emails":[],"Quiet":null}""")!.DigestWindow.ShouldBeNull();
        JsonSerializer.Serialize(new OwnerState()).ShouldNotContain(nameof(OwnerState.DigestWindow));
    }

    [Fact]
    public void It_is_read_as_it_was_stored() =>
        JsonSerializer.Deserialize<OwnerState>(JsonSerializer.Serialize(new OwnerState { DigestWindow = TimeSpan.FromSeconds(90) }))!.DigestWindow.ShouldBe(TimeSpan.FromSeconds(90));

    [Fact]
    public void Another_time_gives_the_owner_another_mark() =>
        OwnerMark.Of(new OwnerState { DigestWindow = TimeSpan.Zero }).ShouldNotBe(OwnerMark.Of(new OwnerState()));

    private static TimeSpan? Seconds(int? seconds) => seconds is { } count ? TimeSpan.FromSeconds(count) : null;
}
