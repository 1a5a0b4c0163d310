namespace UptimeSquirrel.Grains;

/// <summary>The names of the places where grains keep their state.</summary>
public static class StorageNames
{
    /// <summary>The one store of all grains.</summary>
    public const string Grains = "grains";
}
