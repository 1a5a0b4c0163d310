using System.Net.Sockets;
using Npgsql;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>What went wrong with PostgreSQL, and what a person can do about it.</summary>
internal static class PostgresTrouble
{
    /// <summary>Whether waiting may help: the server does not answer, or says that it is starting or full.</summary>
    public static bool MayPass(Exception trouble) => trouble switch
    {
        PostgresException answer => answer.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
            or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown,
        NpgsqlException => trouble.InnerException is SocketException or IOException or TimeoutException or null,
        SocketException or TimeoutException => true,
        _ => false,
    };

    /// <summary>The reason in a few words.</summary>
    public static string Shorten(Exception trouble) =>
        trouble is PostgresException answer ? answer.MessageText : (trouble.InnerException ?? trouble).Message.TrimEnd('.');

    public static DatabaseUnusableException Explain(Exception trouble, string database) => new(Describe(trouble, database), trouble);

    private static string Describe(Exception trouble, string database) => (trouble as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"The database server of {database} refused the user name or password: {Shorten(trouble)}. Check 'Username' and 'Password' of the connection string.",
        PostgresErrorCodes.InvalidCatalogName =>
            $"The database {database} does not exist on its server. Create it, for example with 'createdb --owner=<user> {NameOf(database)}', " +
            "or correct 'Database' in the connection string.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"The database {database} does not let this user do what is needed: {Shorten(trouble)}. Make the user the owner of the database, " +
            "or grant it 'usage' and 'create' on the schema.",
        PostgresErrorCodes.TooManyConnections =>
            $"The database {database} has no connection left for us: {Shorten(trouble)}. A silo takes up to 32; raise 'max_connections' on the server " +
            "(or the limit of the user or database), or stop what holds them.",
        not null => $"The database {database} cannot be used: {Shorten(trouble)} (PostgreSQL error {((PostgresException)trouble).SqlState}).",
        null => $"The database {database} does not answer: {Shorten(trouble)}. Start PostgreSQL, or correct 'Host' and 'Port' in the connection string.",
    };

    private static string NameOf(string database) => database[(database.LastIndexOf('/') + 1)..];
}
