using Microsoft.Extensions.Logging;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Quieting;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

internal sealed partial class WebsiteGrain
{
    // Without the query, which may hold what is nobody's business; user-info is refused at the border.
    private string LogName => _website?.Url.ToUri().GetLeftPart(UriPartial.Path) ?? _id.ToString();

    private void LogStanding(Standing before)
    {
        if (before == Standing.Down || _website!.Standing == Standing.Down)
            LogVerdict(LogName, before, _website!.Standing, _website.Trouble?.Problem.Kind ?? FailureKind.None);
        else
            LogStep(LogName, before, _website.Standing);
    }

    [LoggerMessage(1001, LogLevel.Information, "{Website} was {Before} and is {Now}: {Cause}")]
    private partial void LogVerdict(string website, Standing before, Standing now, FailureKind cause);

    [LoggerMessage(1002, LogLevel.Warning, "{Website} could not be saved; its checks go on, and it is tried again with the next one")]
    private partial void LogNotSaved(Exception exception, string website);

    [LoggerMessage(1003, LogLevel.Warning, "{Website}: {Alerts} alerts could not be handed to the owner's outbox; they are stored and will be tried again")]
    private partial void LogNotHandedOver(Exception exception, string website, int alerts);

    // The silo's figures count them. A silo that is behind would say it of each website, and be later still.
    [LoggerMessage(1004, LogLevel.Debug, "{Website} missed {Missed} checks in a row")]
    private partial void LogMissedTicks(string website, int missed);

    [LoggerMessage(1005, LogLevel.Information, "{Website} is not watched any more")]
    private partial void LogRemoved(string website);

    [LoggerMessage(1006, LogLevel.Warning, "Website {Website} is stored, but will show in lists a little later: the journal is behind")]
    private partial void LogReadModelLate(WebsiteId website);

    [LoggerMessage(1007, LogLevel.Warning, "{Website} was written by another silo meanwhile; what that stored counts, and it is looked at again soon")]
    private partial void LogSupplanted(Exception exception, string website);

    [LoggerMessage(1010, LogLevel.Warning, "{Website} was written by another silo meanwhile, and that could not be read; this copy of it ends")]
    private partial void LogNotRead(Exception exception, string website);

    [LoggerMessage(1011, LogLevel.Warning, "Website {Website} is not watched any more, but its owner's reminders could not be told; the next one finds out")]
    private partial void LogOutageNotForgotten(Exception exception, WebsiteId website);

    [LoggerMessage(1008, LogLevel.Warning, "Website {Website}: its last check could not be read; its status is shown without")]
    private partial void LogNoLastCheck(Exception exception, WebsiteId website);

    [LoggerMessage(2060, LogLevel.Error, "{Website}: {Alerts} alerts can be stored neither in the database nor on the disk; they wait in memory")]
    private partial void LogNotSpooled(Exception exception, string website, int alerts);

    [LoggerMessage(1281, LogLevel.Information, "{Website} is down, and nobody is told for now: {Reason}")]
    private partial void LogHeld(string website, HoldReason reason);

    [LoggerMessage(1009, LogLevel.Debug, "{Website} was {Before} and is {Now}")]
    private partial void LogStep(string website, Standing before, Standing now);

    [LoggerMessage(1101, LogLevel.Debug, "{Website} is {Verdict} as seen from here; {Others} others answered: {Outcome}")]
    private partial void LogSecondLook(string website, string verdict, int others, SecondLookOutcome outcome);
}
