using Microsoft.Extensions.Logging;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

internal sealed partial class OwnerNotificationGrain
{
    [LoggerMessage(2001, LogLevel.Information, "Owner {Owner}: alert {Alert} was delivered by {Channel}, attempt {Attempt}")]
    private partial void LogDelivered(OwnerId owner, string alert, string channel, int attempt);

    [LoggerMessage(2002, LogLevel.Warning, "Owner {Owner}: alert {Alert} could not be delivered by {Channel} at attempt {Attempt} and will be tried again: {Reason}")]
    private partial void LogTryAgain(OwnerId owner, string alert, string channel, int attempt, string reason);

    [LoggerMessage(2003, LogLevel.Error, "Owner {Owner}: alert {Alert} will not reach one of its recipients by {Channel}: {Reason}")]
    private partial void LogGaveUp(OwnerId owner, string alert, string channel, string reason);

    [LoggerMessage(2004, LogLevel.Warning, "Owner {Owner}: alert {Alert} reaches nobody: this owner has no e-mail address. Set one with: squirrel owner set {Owner} --email ADDRESS")]
    private partial void LogNobodyToTell(OwnerId owner, string alert);

    [LoggerMessage(2005, LogLevel.Error, "Owner {Owner}: the outbox with {Alerts} alerts is stuck for the moment; it will be tried again")]
    private partial void LogOutboxStuck(Exception exception, OwnerId owner, int alerts);

    [LoggerMessage(2006, LogLevel.Debug, "Owner {Owner}: {Alerts} alerts stay in the outbox while this silo stops")]
    private partial void LogStopped(OwnerId owner, int alerts);

    [LoggerMessage(2007, LogLevel.Warning, "Owner {Owner} was written by another silo meanwhile; this copy of it ends")]
    private partial void LogSupplanted(Exception exception, OwnerId owner);
}
