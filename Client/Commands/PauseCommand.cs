using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Stops checking a website for a while.</summary>
internal sealed class PauseCommand() : ChangeWebsiteCommand("pause", "Stop checking a website until it is resumed; nobody is told anything meanwhile.")
{
    protected override Task<WebsiteStatus?> ChangeAsync(IWebsiteGrain website) => website.PauseAsync();

    protected override string Describe(WebsiteStatus status) =>
        $"{status.Url} is paused: it is not checked until 'squirrel resume {status.Url}'.";
}
