using Orleans.Storage;

namespace UptimeSquirrel.Faults;

/// <summary>Grain storage with a fault point before and after each write.</summary>
internal sealed class FaultyStorage(IGrainStorage inner, FaultPoints points) : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ReadStateAsync(stateName, grainId, grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => stateName switch
    {
        "website" => points.AroundAsync("website write", () => inner.WriteStateAsync(stateName, grainId, grainState)),
        "owner-notification" => points.AroundAsync("owner write", () => inner.WriteStateAsync(stateName, grainId, grainState)),
        _ => inner.WriteStateAsync(stateName, grainId, grainState),
    };

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ClearStateAsync(stateName, grainId, grainState);

    public void Participate(ISiloLifecycle observer) => (inner as ILifecycleParticipant<ISiloLifecycle>)?.Participate(observer);
}
