using Orleans.Serialization;

namespace UptimeSquirrel;

/// <summary>Which errors reach a caller in another process as what they are.</summary>
public static class GrainErrors
{
    /// <summary>Adds ours and the database's: any other arrives as an error of serialization, and whoever has to act on it takes it for something else.</summary>
    public static void Keep(ExceptionSerializationOptions options)
    {
        options.SupportedNamespacePrefixes.Add("Npgsql");
        options.SupportedNamespacePrefixes.Add(nameof(UptimeSquirrel));
    }
}
