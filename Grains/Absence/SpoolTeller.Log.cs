using Microsoft.Extensions.Logging;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Grains.Absence;

internal sealed partial class SpoolTeller
{
    [LoggerMessage(2050, LogLevel.Information, "The alerts of {Websites} websites were left on the disk by a silo that ended while the database was away")]
    private partial void LogAdopted(int websites);

    [LoggerMessage(2051, LogLevel.Error, "The alerts that wait on the disk cannot be read; what is there waits for the next start")]
    private partial void LogCannotOpen(Exception exception);

    [LoggerMessage(2052, LogLevel.Warning, "Alert {Alert} was told without the database by {Channel}, attempt {Attempt}: {Outcome}, {Answer}")]
    private partial void LogTold(string alert, string channel, int attempt, DeliveryOutcome outcome, string answer);

    [LoggerMessage(2053, LogLevel.Information, "{Alerts} alerts of a website that waited on the disk are in the database now")]
    private partial void LogHandedOver(int alerts);

    [LoggerMessage(2054, LogLevel.Warning, "The alerts of {Websites} websites stay on the disk for the moment; it will be tried again")]
    private partial void LogStuck(Exception exception, int websites);
}
