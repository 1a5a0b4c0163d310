using System.Text.Json;
using System.Text.Json.Serialization;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>A row as it stands in a spill file: one of these is set.</summary>
internal sealed record SpillRow
{
    private static readonly JsonSerializerOptions _json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public CheckRow? Check { get; init; }
    public WebsiteRow? Website { get; init; }
    public RemovedWebsite? Removed { get; init; }
    public Incident? Incident { get; init; }
    public Delivery? Delivery { get; init; }
    public OwnerRow? Owner { get; init; }

    public static byte[] Write(in JournalEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry.Other switch
    {
        null => new SpillRow { Check = entry.Check },
        WebsiteRow website => new SpillRow { Website = website },
        RemovedWebsite removed => new SpillRow { Removed = removed },
        Incident incident => new SpillRow { Incident = incident },
        Delivery delivery => new SpillRow { Delivery = delivery },
        OwnerRow owner => new SpillRow { Owner = owner },
        _ => throw new ArgumentException($"A {entry.Other.GetType().Name} is not a row."),
    }, _json);

    /// <exception cref="JsonException">The bytes are no row.</exception>
    public static JournalEntry Read(ReadOnlySpan<byte> bytes)
    {
        var row = JsonSerializer.Deserialize<SpillRow>(bytes, _json) ?? throw new JsonException("The row is null.");
        return row.Check is { } check
            ? new JournalEntry(check)
            : new JournalEntry(row.Website ?? row.Removed ?? row.Incident ?? row.Delivery ?? (object?)row.Owner ?? throw new JsonException("The row is empty."));
    }
}
