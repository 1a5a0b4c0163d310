using UptimeSquirrel.Grains.Dependencies;
using UptimeSquirrel.Grains.Quieting;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

// Which alerts are told: not those of a maintenance, of a website that flaps, or of one that went down with another. And the other side of that.
internal sealed partial class WebsiteGrain : IParentWebsite
{
    private Children? _children;

    // While others are asked about a look: until they have answered it says nothing to whoever depends on this website.
    private bool _isUndecided;
    private IGrainTimer? _lookForChild;

    public Task<ParentReport?> ReportAsync(ChildNote? child)
    {
        if (_website is not { } website)
            return Task.FromResult<ParentReport?>(null);
        var report = new ParentReport(website.Standing, _isUndecided ? null : _lastCheck?.At, website.Settings.Parent);
        if (child is { IsDown: true } && website.Standing == Standing.Down)
            (_children ??= new Children()).Add(child);
        if (child is not null && ParentRules.MustLook(report, child.FailingSince))
            LookFor(child);
        return Task.FromResult<ParentReport?>(report);
    }

    private async ValueTask<Step> QuietAsync(Step step)
    {
        var before = _website!;
        if (step.State is { Standing: Standing.Suspect, Settings.Parent: { } parent, Trouble: { } trouble } && trouble.StartedAt != before.Trouble?.StartedAt)
            quieter.Parents.Warn(_id, parent, step.State, trouble.StartedAt);
        if (step.Incident is null && step.State.Quiet is null)
            return step;

        var now = clock.GetUtcNow();
        var facts = await quieter.LearnAsync(_id, before, step.State, _children?.Describe(), now);
        var quiet = QuietRules.Apply(_id, before, step, facts);
        if (quiet.State.Quiet?.Held is { } held && before.Quiet?.Held is null)
            LogHeld(LogName, held.Reason);
        if (quiet.State.Standing != Standing.Down)
            _children = null;
        return quiet;
    }

    // This interleaves with everything, so it only decides: the look waits for its turn like a tick.
    private void LookFor(ChildNote child) => _lookForChild ??= this.RegisterGrainTimer(
        _ => LookForChildAsync(child.FailingSince), new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan) { KeepAlive = true });

    private async Task LookForChildAsync(DateTimeOffset failingSince)
    {
        _lookForChild?.Dispose();
        _lookForChild = null;
        if (_website is { } website && ParentRules.MustLook(new ParentReport(website.Standing, _lastCheck?.At, website.Settings.Parent), failingSince))
            await LookAsync();
    }
}
