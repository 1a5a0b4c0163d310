namespace UptimeSquirrel.Adapters.Database.Backups;

/// <summary>A column of a table, and what is in it whichever database it is.</summary>
internal sealed record BackupColumn(string Name, ColumnKind Kind);

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Switch,

    /// <summary>A moment, in microseconds since 1970 UTC.</summary>
    Moment,

    /// <summary>A moment that Orleans' provider stores in SQLite as text.</summary>
    WrittenMoment,

    /// <summary>A day (UTC), as its first moment.</summary>
    Day,

    /// <summary>The id of a website.</summary>
    Id,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>JSON, which PostgreSQL writes in its own way.</summary>
    Json,

    Bytes,
}
