using Microsoft.Extensions.Logging;
using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Web.Access.SetUp;

/// <summary>Tells whoever started the program how the first administrator gets in.</summary>
public sealed partial class SetUpLink(IGrainFactory grains, TimeProvider clock, ILogger<SetUpLink> logger)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <summary>Prints the link while there is no administrator.</summary>
    /// <param name="publicUrl">The address under which the pages are reached.</param>
    public async Task SayAsync(string publicUrl)
    {
        try
        {
            if (await grains.GetGrain<IUsersGrain>(0).IssueSetUpAsync(evenIfThereIsOne: false).WaitAsync(_patience, clock) is { } token)
                LogLink(Write(publicUrl, token));
        }
        catch (Exception e)
        {
            LogNoLink(e);
        }
    }

    /// <summary>The link as it is opened.</summary>
    public static string Write(string publicUrl, string token) => $"{publicUrl.TrimEnd('/')}{Places.SetUp}/{token}";

    [LoggerMessage(4003, LogLevel.Warning, "Nobody can sign in yet. Make the first administrator at {Link} (it works once, and whoever has it can use it)")]
    private partial void LogLink(string link);

    [LoggerMessage(4004, LogLevel.Warning, "Whether there is an administrator could not be found out; if there is none, a silo that starts later prints the link to make one")]
    private partial void LogNoLink(Exception exception);
}
