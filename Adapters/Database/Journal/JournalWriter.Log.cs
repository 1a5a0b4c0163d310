using Microsoft.Extensions.Logging;

namespace UptimeSquirrel.Adapters.Database.Journal;

internal sealed partial class JournalWriter
{
    [LoggerMessage(4101, LogLevel.Warning,
        "The journal cannot be stored: {Reason} Checks go on; {RowsInMemory} rows wait in memory, more of them in {Folder}.")]
    private partial void LogAway(Exception exception, string reason, int rowsInMemory, string folder);

    [LoggerMessage(4102, LogLevel.Information, "The journal is being stored again after {Lasted}; {Waiting} rows wait in memory.")]
    private partial void LogBack(TimeSpan lasted, int waiting);

    [LoggerMessage(4103, LogLevel.Error, "The database refused {Row}, and always will: this row is lost.")]
    private partial void LogRefused(Exception exception, string row);

    [LoggerMessage(4104, LogLevel.Information, "{Rows} rows of the journal, left in {Folder} by a process that ended before it could store them, are stored now.")]
    private partial void LogAdopted(long rows, string folder);

    [LoggerMessage(4105, LogLevel.Debug, "{Rows} rows of the journal were moved from memory to {Folder}.")]
    private partial void LogMoved(int rows, string folder);

    [LoggerMessage(4106, LogLevel.Error, "Rows of the journal cannot wait in {Folder}; {Lost} rows are lost for want of memory. Make the folder writable and give it room.")]
    private partial void LogDiskTrouble(Exception exception, string folder, int lost);

    [LoggerMessage(4107, LogLevel.Error, "A row of the journal in {Folder} is unreadable and lost: {Reason}")]
    private partial void LogUnreadable(string folder, string reason);

    [LoggerMessage(4108, LogLevel.Error, "{Row} cannot be written to {Folder}: this row is lost.")]
    private partial void LogUnwritable(Exception exception, string row, string folder);

    [LoggerMessage(4109, LogLevel.Critical,
        "The journal stumbled over something unforeseen. It keeps the {InHand} rows in hand and the {Waiting} that wait in memory, and tries again. " +
        "Please report this with the exception.")]
    private partial void LogSurprise(Exception exception, int inHand, int waiting);
}
