using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Goes on checking a website.</summary>
internal sealed class ResumeCommand() : ChangeWebsiteCommand("resume", "Go on checking a website that was paused.")
{
    protected override Task<WebsiteStatus?> ChangeAsync(IWebsiteGrain website) => website.ResumeAsync();

    protected override string Describe(WebsiteStatus status) =>
        $"{status.Url} is checked again, every {Duration.Format(status.Settings.Interval)}.";
}
