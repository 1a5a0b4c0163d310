using Microsoft.Extensions.Logging;

namespace UptimeSquirrel.Grains.Owners;

internal sealed partial class OwnerNotificationGrain
{
    // An owner may be named by a mail address, which is nobody's business.
    private string LogName => _owner.Text.IndexOf('@', StringComparison.Ordinal) is var at && at > 0 ? $"{_owner.Text[0]}…{_owner.Text[at..]}" : _owner.Text;

    [LoggerMessage(2001, LogLevel.Information, "Owner {Owner}: alert {Alert} was delivered by {Channel}, attempt {Attempt}")]
    private partial void LogDelivered(string owner, string alert, string channel, int attempt);

    [LoggerMessage(2002, LogLevel.Warning, "Owner {Owner}: alert {Alert} could not be delivered by {Channel} at attempt {Attempt} and will be tried again: {Reason}")]
    private partial void LogTryAgain(string owner, string alert, string channel, int attempt, string reason);

    [LoggerMessage(2003, LogLevel.Error, "Owner {Owner}: alert {Alert} will not reach one of its recipients by {Channel}: {Reason}")]
    private partial void LogGaveUp(string owner, string alert, string channel, string reason);

    [LoggerMessage(2004, LogLevel.Warning, "Owner {Owner}: alert {Alert} reaches nobody. {Reason}")]
    private partial void LogNobodyTold(string owner, string alert, string reason);

    [LoggerMessage(2005, LogLevel.Error, "Owner {Owner}: the outbox with {Alerts} alerts is stuck for the moment; it will be tried again")]
    private partial void LogOutboxStuck(Exception exception, string owner, int alerts);

    [LoggerMessage(2006, LogLevel.Debug, "Owner {Owner}: {Alerts} alerts stay in the outbox while this silo stops")]
    private partial void LogStopped(string owner, int alerts);

    [LoggerMessage(2055, LogLevel.Warning,
        "Owner {Owner}: the outbox with {Alerts} alerts cannot be saved; deliveries go on, and what was delivered is noted when it can be")]
    private partial void LogOutboxUnsaved(Exception exception, string owner, int alerts);

    [LoggerMessage(2101, LogLevel.Error, "Owner {Owner}: the channel {Channel} ({Kind}) does not work any more: {Reason}")]
    private partial void LogChannelBroke(string owner, string channel, string kind, string reason);

    [LoggerMessage(2102, LogLevel.Warning, "Owner {Owner}: the operator could not be told yet that the channel {Channel} does not work; it will be tried again")]
    private partial void LogOperatorNotTold(Exception exception, string owner, string channel);

    [LoggerMessage(2103, LogLevel.Warning, "Owner {Owner}: the secrets of a new channel could not be encrypted")]
    private partial void LogNoKeys(Exception exception, string owner);

    [LoggerMessage(2220, LogLevel.Warning, "Owner {Owner}: the database did not take when to remind next; it will be tried again")]
    private partial void LogMomentUnplanned(Exception exception, string owner);

    [LoggerMessage(2221, LogLevel.Warning, "Owner {Owner}: whether {Website} is still down could not be asked; its reminder is tried again")]
    private partial void LogWebsiteSilent(Exception exception, string owner, string website);

    [LoggerMessage(2222, LogLevel.Warning, "Owner {Owner}: {Reminders} reminders could not be stored and are tried again")]
    private partial void LogRemindersUnstored(Exception exception, string owner, int reminders);

    [LoggerMessage(2225, LogLevel.Warning, "Owner {Owner}: the report could not be made or stored; it will be tried again")]
    private partial void LogNoReport(Exception exception, string owner);

    [LoggerMessage(1350, LogLevel.Warning, "Owner {Owner}: the template for {Kind} could not be used, and the usual words were sent: {Reason}")]
    private partial void LogTemplateFailed(string owner, string kind, string reason);

    [LoggerMessage(2008, LogLevel.Information, "Owner {Owner} was removed; {Alerts} alerts that waited are told to nobody")]
    private partial void LogRemoved(string owner, int alerts);

    [LoggerMessage(2007, LogLevel.Warning, "Owner {Owner} was written by another silo meanwhile; this copy of it ends")]
    private partial void LogSupplanted(Exception exception, string owner);
}
