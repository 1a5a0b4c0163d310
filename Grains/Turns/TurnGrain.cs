using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Turns;

namespace UptimeSquirrel.Grains.Turns;

[GrainType("turn")]
internal sealed class TurnGrain([FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock) : Grain, ITurnGrain
{
    private string? _who;
    private DateTimeOffset _endsAt;

    public Task<bool> TryTakeAsync(string who, TimeSpan length)
    {
        var now = clock.GetUtcNow();
        if (_who is not null && _who != who && now < _endsAt)
            return Task.FromResult(false);
        (_who, _endsAt) = (who, now + length);
        return Task.FromResult(true);
    }

    public Task EndAsync(string who)
    {
        if (_who == who)
            _who = null;
        return Task.CompletedTask;
    }
}
