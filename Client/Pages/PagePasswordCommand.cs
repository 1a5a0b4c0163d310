using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>Says which password visitors need.</summary>
internal sealed class PagePasswordCommand : SquirrelCommand
{
    private readonly Argument<StatusPageSlug?> page = PageArguments.Page();
    private readonly Option<string?> file = new("--file") { HelpName = "PATH", Description = "The file the password is in, which keeps it out of the shell's history." };
    private readonly Option<bool> off = new("--off") { Description = "Visitors need none any more." };

    public PagePasswordCommand()
        : base("password", "Ask the visitors of a status page for a password. Its badges and its widget are gone meanwhile.", "squirrel page password shop --file password.txt", "squirrel page password shop --off")
    {
        Add(page);
        Add(file);
        Add(off);
    }

    public override Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var slug = call.Get(page)!;
        if (call.Get(file) is null == !call.Get(off))
            throw new CallerMistakeException("It is not clear whether visitors need a password: expected either --file PATH or --off.");
        var password = call.Get(file) is { } path ? new GivenSetting("password", "@" + path).Read() : null;
        return PageCall.AskAsync(
            call, slug, grain => grain.SetPasswordAsync(password), password is null ? $"Anybody may read the status page '{slug}'." : $"Visitors of the status page '{slug}' need the new password.", cancellationToken);
    }
}
