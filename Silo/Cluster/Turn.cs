using UptimeSquirrel.Turns;

namespace UptimeSquirrel.Silo.Cluster;

/// <summary>The turn of this silo at what one of them does at a time.</summary>
/// <param name="grains">The cluster.</param>
/// <param name="name">What is to be done.</param>
/// <param name="length">After how long a turn ends by itself.</param>
internal sealed class Turn(IGrainFactory grains, string name, TimeSpan length)
{
    private readonly string _who = Guid.NewGuid().ToString("N");

    /// <summary>Takes the turn, or keeps it for longer; false while another silo has it.</summary>
    public Task<bool> TryTakeAsync() => grains.GetGrain<ITurnGrain>(name).TryTakeAsync(_who, length);

    /// <summary>Ends the turn before its time.</summary>
    public Task EndAsync() => grains.GetGrain<ITurnGrain>(name).EndAsync(_who);
}
