using Orleans.Storage;

namespace UptimeSquirrel.Faults;

/// <summary>Grain storage with a fault point before and after each read and write.</summary>
internal sealed class FaultyStorage(IGrainStorage inner, FaultPoints points) : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        AroundAsync(stateName, "read", () => inner.ReadStateAsync(stateName, grainId, grainState));

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        AroundAsync(stateName, "write", () => inner.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ClearStateAsync(stateName, grainId, grainState);

    public void Participate(ISiloLifecycle observer) => (inner as ILifecycleParticipant<ISiloLifecycle>)?.Participate(observer);

    private Task AroundAsync(string stateName, string what, Func<Task> act) => stateName switch
    {
        "website" => points.AroundAsync($"website {what}", act),
        "owner-notification" => points.AroundAsync($"owner {what}", act),
        _ => act(),
    };
}
