namespace UptimeSquirrel.Adapters.Database;

/// <summary>The database cannot be used. The message is a complete sentence for people, and never holds a password.</summary>
public sealed class DatabaseUnusableException : Exception
{
    public DatabaseUnusableException(string message)
        : base(message) { }

    public DatabaseUnusableException(string message, Exception innerException)
        : base(message, innerException) { }

    public DatabaseUnusableException() { }
}
