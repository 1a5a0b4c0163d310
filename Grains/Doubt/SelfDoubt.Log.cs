using Microsoft.Extensions.Logging;

namespace UptimeSquirrel.Grains.Doubt;

internal sealed partial class SelfDoubt
{
    [LoggerMessage(1150, LogLevel.Warning, "This silo doubts itself: {Why} It calls no website down on what it sees until it sees again; other silos, if there are any, look for it")]
    private partial void LogDoubt(string why);

    [LoggerMessage(1151, LogLevel.Information, "This silo trusts itself again after {Seconds} s: {Why}")]
    private partial void LogSureAgain(double seconds, string why);

    [LoggerMessage(1152, LogLevel.Warning, "None of the addresses in Checks:References has answered since this silo started: if it has no way to them, name others that it can reach, or none (an empty value)")]
    private partial void LogNoReference();

    [LoggerMessage(1153, LogLevel.Warning, "This silo could not examine itself; it will try again")]
    private partial void LogNotExamined(Exception exception);

    [LoggerMessage(1154, LogLevel.Debug, "The silo stops, and its examination with it")]
    private partial void LogStopped();
}
