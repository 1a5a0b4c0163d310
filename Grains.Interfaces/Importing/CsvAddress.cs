namespace UptimeSquirrel.Importing;

/// <summary>The address of a record. Other monitors keep in columns of their own what our addresses say: that it is a ping, or which port.</summary>
internal static class CsvAddress
{
    public static string? Of(CsvFields fields)
    {
        var address = fields.Text("url");
        if (address?.Contains("://", StringComparison.Ordinal) != false)
            return address;
        return (fields.Text("type")?.ToLowerInvariant(), fields.Text("port")) switch
        {
            ("ping" or "3", _) => $"ping://{address}",
            ("port" or "tcp" or "4", { } port) when !address.Contains(':', StringComparison.Ordinal) => $"tcp://{address}:{port}",
            ("port" or "tcp" or "4", _) => $"tcp://{address}",
            _ => address,
        };
    }
}
