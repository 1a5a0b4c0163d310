using System.Text.Json;
using System.Text.Json.Serialization;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>The sightings of an incident as its row keeps them: a JSON array, null where there are none.</summary>
internal static class StoredSightings
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string? Write(IReadOnlyList<Sighting> sightings) =>
        sightings.Count == 0 ? null : JsonSerializer.Serialize(sightings.Select(Row.Of), _json);

    public static IReadOnlyList<Sighting> Read(string? json) =>
        json is null ? [] : [.. JsonSerializer.Deserialize<Row[]>(json, _json)!.Select(row => row.ToSighting())];

    /// <summary>Stored: names and numbers stay as they are.</summary>
    private sealed record Row(
        string Silo, string Region, DateTimeOffset At, long LatencyUs, int? Status, int Failure, string? Sentence, string? Cause)
    {
        public static Row Of(Sighting sighting) => new(
            StoredText.Clean(sighting.Silo), StoredText.Clean(sighting.Region), sighting.At, (long)sighting.Took.TotalMicroseconds, sighting.StatusCode,
            (int)(sighting.Problem?.Kind ?? FailureKind.None), StoredText.CleanOrNull(sighting.Problem?.Sentence), StoredText.CleanOrNull(sighting.Problem?.Cause));

        public Sighting ToSighting() => new()
        {
            Silo = Silo,
            Region = Region,
            At = At,
            Took = TimeSpan.FromMicroseconds(LatencyUs),
            StatusCode = Status,
            Problem = Sentence is null ? null : new Problem((FailureKind)Failure, Sentence, Cause ?? ""),
        };
    }
}
