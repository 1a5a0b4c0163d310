namespace UptimeSquirrel.Adapters.Database.Postgres.GrainStates;

/// <summary>Names the state of a grain whose key is a Guid, in the columns of Orleans' provider.</summary>
/// <param name="Name">The name of the state.</param>
/// <param name="N0">The first half of the Guid.</param>
/// <param name="N1">The second half.</param>
internal readonly record struct StateKey(string Name, long N0, long N1)
{
    /// <summary>Null for a grain whose key is something else.</summary>
    public static StateKey? Of(string name, GrainId grain)
    {
        if (!grain.TryGetGuidKey(out var key, out var extension) || extension is not null)
            return null;
        Span<byte> bytes = stackalloc byte[16];
        key.TryWriteBytes(bytes);
        return new StateKey(name, BitConverter.ToInt64(bytes), BitConverter.ToInt64(bytes[8..]));
    }
}

/// <summary>A state as it is stored.</summary>
/// <param name="Version">Grows with every write; null when there has been none.</param>
/// <param name="Payload">Null when there is none, or none any more.</param>
internal readonly record struct StoredState(int? Version, byte[]? Payload);

/// <summary>A state that is to be stored.</summary>
/// <param name="Key">Whose.</param>
/// <param name="Expected">The version that must be there; null = none.</param>
/// <param name="Payload">What to store.</param>
internal readonly record struct StateWrite(StateKey Key, int? Expected, byte[] Payload);
