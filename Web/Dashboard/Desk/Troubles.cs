using System.Data.Common;

namespace UptimeSquirrel.Web.Dashboard.Desk;

/// <summary>What went wrong, in a sentence for the viewer. Each is a key of the words.</summary>
internal static class Troubles
{
    public const string TooSlow = "The cluster did not answer in time. It is safe to try again.";
    public const string Away = "The cluster cannot be reached at the moment. This page tries again by itself.";
    public const string Database = "The database does not answer at the moment. Checks and alerts go on; this page tries again by itself.";
    public const string Forbidden = "You are not allowed to do that. An administrator can change your role.";
    public const string Unknown = "Something went wrong on the server. Its log says what; this page tries again by itself.";

    public static string Of(Exception exception) => exception switch
    {
        NotAllowedException => Forbidden,
        TimeoutException => TooSlow,
        DbException => Database,
        _ when Causes(exception).Any(cause => cause is DbException || IsOfDatabase(cause)) => Database,
        OrleansException => Away,
        _ => Unknown,
    };

    /// <summary>Whether only the log can tell what it was.</summary>
    public static bool IsUnforeseen(Exception exception) => Of(exception) == Unknown;

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception.InnerException; cause is not null; cause = cause.InnerException)
            yield return cause;
    }

    // The front door does not know the database's packages, but their errors come through it.
    private static bool IsOfDatabase(Exception exception) =>
        exception.GetType().FullName is { } name && (name.StartsWith("Npgsql", StringComparison.Ordinal) || name.Contains("Sqlite", StringComparison.Ordinal));
}
