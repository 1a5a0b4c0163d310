using System.Globalization;
using Npgsql;
using Orleans.Storage;

namespace UptimeSquirrel.Adapters.Database.Postgres.GrainStates;

/// <summary>
/// The states of websites, many in one statement: after a cold start thousands are read each second, and one at a time that is a queue which grows until
/// calls time out. All other grains go the usual way.
/// </summary>
/// <param name="oneByOne">Orleans' own provider.</param>
/// <param name="serializer">What it serializes with.</param>
/// <param name="database">Where the states are.</param>
public sealed class GatheredStates(IGrainStorage oneByOne, IGrainStorageSerializer serializer, UptimeDatabase database) : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    // A read of so many takes some milliseconds, and a write not much longer.
    private const int Most = 500;

    private readonly Gathering<StateKey, StoredState> _reads = new(Most, new StateRows(database).ReadAsync);
    private readonly Gathering<StateWrite, int?> _writes = new(Most, new StateRows(database).WriteAsync);

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (StateKey.Of(stateName, grainId) is not { } key)
        {
            await oneByOne.ReadStateAsync(stateName, grainId, grainState);
            return;
        }

        var stored = await _reads.AskAsync(key);
        grainState.RecordExists = stored.Payload is not null;
        grainState.State = stored.Payload is { } payload ? serializer.Deserialize<T>(new BinaryData(payload)) : Activator.CreateInstance<T>();
        grainState.ETag = stored.Version?.ToString(CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (StateKey.Of(stateName, grainId) is not { } key)
        {
            await oneByOne.WriteStateAsync(stateName, grainId, grainState);
            return;
        }

        int? expected = grainState.ETag is { } tag ? int.Parse(tag, CultureInfo.InvariantCulture) : null;
        int? version;
        try
        {
            version = await _writes.AskAsync(new StateWrite(key, expected, serializer.Serialize(grainState.State).ToArray()));
        }
        catch (PostgresException e) when (!e.IsTransient)
        {
            // The database refuses one of them, which must not be held against the others.
            await oneByOne.WriteStateAsync(stateName, grainId, grainState);
            return;
        }

        if (version is not { } written)
            throw new InconsistentStateException($"The state '{stateName}' of {grainId} was written by another activation since this one read it.", "another version", grainState.ETag ?? "none");
        grainState.ETag = written.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = true;
    }

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => oneByOne.ClearStateAsync(stateName, grainId, grainState);

    /// <summary>Orleans' provider opens its tables when the silo starts.</summary>
    public void Participate(ISiloLifecycle observer) => (oneByOne as ILifecycleParticipant<ISiloLifecycle>)?.Participate(observer);
}
