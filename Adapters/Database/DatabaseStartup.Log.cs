using Microsoft.Extensions.Logging;

namespace UptimeSquirrel.Adapters.Database;

internal sealed partial class DatabaseStartup
{
    [LoggerMessage(4001, LogLevel.Information, "The database {Database} is ready.")]
    private partial void LogReady(string database);

    [LoggerMessage(4002, LogLevel.Warning, "The database {Database} does not answer yet ({Reason}); waiting up to {Timeout} for it.")]
    private partial void LogWaiting(string database, string reason, TimeSpan timeout);
}
