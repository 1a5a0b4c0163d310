using System.Data.Common;
using System.Runtime.InteropServices;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Silo.Settings;
using UptimeSquirrel.Silo.Starting;

namespace UptimeSquirrel.Silo.Backups;

/// <summary><c>backup FILE</c> and <c>restore FILE [--replace]</c>: the whole installation in one file. They go to the database of the settings, and to no silo.</summary>
internal static class BackupCommands
{
    public const string Backup = "backup";
    public const string Restore = "restore";
    private const string Replace = "--replace";

    private const int Good = 0;
    private const int Broken = 1;
    private const int GivenUp = 130;

    /// <summary>Takes what belongs to the command itself from the command line.</summary>
    /// <returns>The file, whether <c>--replace</c> was said, and the rest, which are settings; or what was wrong.</returns>
    public static (string? File, bool Replaces, string[] Settings, string? Problem) Take(string command, string[] arguments)
    {
        var replaces = command == Restore && arguments.Contains(Replace);
        var rest = arguments.Where(argument => !replaces || argument != Replace).ToArray();
        return rest is [var file, ..] && !file.StartsWith("--", StringComparison.Ordinal)
            ? (file, replaces, rest[1..], null)
            : (null, replaces, rest, $"'{command}' needs a file: expected '{command} uptimesquirrel.backup', and settings such as --Database:ConnectionString=… behind it.");
    }

    public static async Task<int> RunAsync(string command, string file, bool replaces, SiloSettings settings)
    {
        using var giveUp = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => GiveUp(signal, giveUp));
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => GiveUp(signal, giveUp));
        await using var database = UptimeDatabase.Open(settings.Database.ConnectionString);
        try
        {
            if (command == Backup)
                await MakeAsync(database, file, giveUp.Token);
            else
                await RestoreAsync(database, file, replaces, settings.Database, giveUp.Token);
            return Good;
        }
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
        {
            Console.Error.WriteLine("Given up; everything is as it was.");
            return GivenUp;
        }
        catch (Exception e) when (e is DatabaseUnusableException or DbException)
        {
            Console.Error.WriteLine(e is DatabaseUnusableException ? e.Message : $"The database {database.Name} did not go along: {e.Message.TrimEnd('.')}. Everything is as it was.");
            return Broken;
        }
    }

    private static async Task MakeAsync(UptimeDatabase database, string file, CancellationToken cancellationToken)
    {
        await Adapters.Database.Backups.Backup.MakeAsync(database, file, Welcome.Version(), TimeProvider.System, Say, cancellationToken);
        Console.WriteLine($"'{file}' holds all of {database.Name}. It is as secret as that: whoever has it can read every password and token in it.");
    }

    private static async Task RestoreAsync(UptimeDatabase database, string file, bool replaces, DatabaseOptions options, CancellationToken cancellationToken)
    {
        await Adapters.Database.Backups.Restore.RunAsync(database, options, file, replaces, Say, cancellationToken);
        Console.WriteLine($"{database.Name} holds all of '{file}', and was read back: every row is as it was. A silo can be started with it.");
    }

    private static void Say(string table, long rows) => Console.WriteLine($"  {table,-20} {rows,12:N0} rows");

    private static void GiveUp(PosixSignalContext signal, CancellationTokenSource source)
    {
        signal.Cancel = true;
        source.Cancel();
    }
}
