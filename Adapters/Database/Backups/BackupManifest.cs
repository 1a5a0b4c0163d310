using System.Text.Json;

namespace UptimeSquirrel.Adapters.Database.Backups;

/// <summary>What a backup says about itself.</summary>
/// <param name="Format">What kind of file it is.</param>
/// <param name="Version">The version of the format.</param>
/// <param name="MadeBy">The version of the program that wrote it.</param>
/// <param name="MadeAt">When it began, UTC: what it holds is what was there then.</param>
/// <param name="From">What kind of database it was made from.</param>
/// <param name="Tables">Its tables, in the order in which they are restored.</param>
internal sealed record BackupManifest(string Format, int Version, string MadeBy, DateTimeOffset MadeAt, string From, IReadOnlyList<BackedUpTable> Tables)
{
    public const string FormatName = "uptimesquirrel-backup";

    /// <summary>The version that is written, and the latest that is read.</summary>
    public const int LatestVersion = 1;

    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, _options);

    /// <exception cref="JsonException">It is none.</exception>
    public static BackupManifest Read(Stream json) =>
        JsonSerializer.Deserialize<BackupManifest>(json, _options) is { Format: FormatName, Tables: not null } manifest ? manifest : throw new JsonException("It does not say that it is a backup.");
}

/// <summary>One table in a backup.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Columns">The names of its columns, in the order of the values of its rows.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Checksum">See <see cref="TableSum.Checksum"/>.</param>
/// <param name="Days">The days (UTC) its rows are about, where PostgreSQL divides it by days; else none.</param>
internal sealed record BackedUpTable(string Name, IReadOnlyList<string> Columns, long Rows, string Checksum, IReadOnlyList<DateOnly> Days);
