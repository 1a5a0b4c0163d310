namespace UptimeSquirrel.Grains.Absence;

/// <summary>Nothing was written, because the database is known to be away. Other than after a failed write, that is certain.</summary>
public sealed class DatabaseAwayException : Exception
{
    public DatabaseAwayException()
        : base("The database does not answer; nothing was changed. Try again when it is back.") { }

    public DatabaseAwayException(string message)
        : base(message) { }

    public DatabaseAwayException(string message, Exception innerException)
        : base(message, innerException) { }
}
