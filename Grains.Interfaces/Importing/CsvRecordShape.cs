namespace UptimeSquirrel.Importing;

/// <summary>Whether a text is a whole CSV record.</summary>
internal enum CsvRecordShape
{
    Complete,

    /// <summary>A quote is open at the end.</summary>
    Open,

    /// <summary>A quote is closed in the middle of a field.</summary>
    Malformed,
}
