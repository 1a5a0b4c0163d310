using Microsoft.Extensions.Logging;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

// LogStanding writes addresses, which hold no credentials: user-info is refused at the border.
internal sealed partial class WebsiteGrain
{
    [LoggerMessage(1001, LogLevel.Information, "{Website} was {Before} and is {Now}: {Cause}")]
    private partial void LogStanding(WebsiteUrl website, Standing before, Standing now, string cause);

    [LoggerMessage(1002, LogLevel.Warning, "{Website} could not be saved; its checks go on, and it is tried again with the next one")]
    private partial void LogNotSaved(Exception exception, WebsiteUrl website);

    [LoggerMessage(1003, LogLevel.Warning, "{Website}: {Alerts} alerts could not be handed to the owner's outbox; they are stored and will be tried again")]
    private partial void LogNotHandedOver(Exception exception, WebsiteUrl website, int alerts);

    [LoggerMessage(1004, LogLevel.Warning, "{Website} missed {Missed} checks in a row")]
    private partial void LogMissedTicks(WebsiteUrl website, int missed);

    [LoggerMessage(1005, LogLevel.Information, "{Website} is not watched any more")]
    private partial void LogRemoved(WebsiteUrl website);

    [LoggerMessage(1006, LogLevel.Warning, "Website {Website} is stored, but will show in lists a little later: the journal is behind")]
    private partial void LogReadModelLate(WebsiteId website);

    [LoggerMessage(1007, LogLevel.Warning, "{Website} was written by another silo meanwhile; this copy of it ends")]
    private partial void LogSupplanted(Exception exception, WebsiteUrl website);

    [LoggerMessage(1008, LogLevel.Warning, "Website {Website}: its last check could not be read; its status is shown without")]
    private partial void LogNoLastCheck(Exception exception, WebsiteId website);
}
