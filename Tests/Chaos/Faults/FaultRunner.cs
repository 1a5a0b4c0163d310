using UptimeSquirrel.Chaos.Figures;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Chaos.Faults;

/// <summary>Does the planned faults, one after the other, and notes when each began and when its traces must be gone.</summary>
internal sealed class FaultRunner(Scene scene, TimeSpan settle, Action<string> say)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    // A silo reads every 20 s who is a member, and then it takes it a moment to end.
    private static readonly TimeSpan _findsOutWithin = TimeSpan.FromSeconds(25);

    private readonly List<FaultWindow> _windows = [];

    public IReadOnlyList<FaultWindow> Windows => _windows;

    public async Task RunAsync(IEnumerable<PlannedFault> plan, CancellationToken cancellationToken)
    {
        var began = scene.Clock.GetTimestamp();
        foreach (var (at, fault) in plan)
        {
            var left = at - scene.Clock.GetElapsedTime(began);
            if (left > TimeSpan.Zero)
                await scene.WaitAsync(left, cancellationToken);
            say($"{fault}");
            var from = scene.Clock.GetUtcNow();
            await fault.StrikeAsync(scene, cancellationToken);
            say($"{fault} is over; waiting for all silos");
            await AllReadyAsync(fault).WaitAsync(cancellationToken);
            say("all silos are ready");
            await scene.WaitAsync(settle, cancellationToken);
            _windows.Add(new FaultWindow(fault.Kind, fault.Silo, from, scene.Clock.GetUtcNow()));
        }
    }

    // A silo that was given up by the others ends when it finds out, and comes back: ready once is not enough.
    private async Task AllReadyAsync(Fault fault)
    {
        var mayBeGivenUp = fault.Kind is FaultKind.Cut or FaultKind.Freeze;
        var enough = mayBeGivenUp ? _findsOutWithin : TimeSpan.FromSeconds(2);
        var since = scene.Clock.GetTimestamp();
        await Eventually.TrueAsync(
            async () =>
            {
                if (!(await Task.WhenAll(scene.Silos.Select(silo => silo.IsReadyAsync()))).All(isReady => isReady))
                    since = scene.Clock.GetTimestamp();
                return scene.Clock.GetElapsedTime(since) >= enough;
            },
            _patience,
            () => $"Not all silos got ready again after {fault}.");
    }
}
