using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Web.Dashboard.Live;
using UptimeSquirrel.Web.Dashboard.Viewing;

namespace UptimeSquirrel.Tests.Dashboard;

public sealed class PolledSourceTests
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _clock = new();
    private readonly List<DateTimeOffset> _looks = [];

    [Fact]
    public async Task A_page_is_read_anew_again_and_again()
    {
        await using var following = new PolledSource(new Viewer(null!, _clock), _clock).Follow(_every, LookAsync);

        await PassAsync(1);
        await PassAsync(2);

        (_looks[1] - _looks[0]).ShouldBe(_every);
    }

    [Fact]
    public async Task Nothing_is_read_any_more_for_a_page_that_was_left()
    {
        var following = new PolledSource(new Viewer(null!, _clock), _clock).Follow(_every, LookAsync);
        await PassAsync(1);
        await following.DisposeAsync();

        _clock.Advance(_every);

        _looks.Count.ShouldBe(1);
    }

    [Fact]
    public void Dark_is_what_the_system_wants_unless_somebody_chose()
    {
        var viewer = new Viewer(null!, _clock);

        viewer.Tell(isLooking: true, prefersDark: true);
        viewer.IsDark.ShouldBeTrue();
        viewer.ChooseAsync(Appearance.Light).IsCompletedSuccessfully.ShouldBeTrue();
        viewer.IsDark.ShouldBeFalse();
    }

    private Task LookAsync(CancellationToken cancellationToken)
    {
        _looks.Add(_clock.GetUtcNow());
        return Task.CompletedTask;
    }

    private Task PassAsync(int looks)
    {
        _clock.Advance(_every);
        return Eventually.TrueAsync(() => _looks.Count == looks, () => $"{_looks.Count} looks instead of {looks}.");
    }
}
