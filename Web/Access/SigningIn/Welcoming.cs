using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Web.Access.Accounts;
using UptimeSquirrel.Web.Auditing;

namespace UptimeSquirrel.Web.Access.SigningIn;

/// <summary>What follows when somebody was let in or turned away.</summary>
internal sealed partial class Welcoming(UserManager<Account> users, IAudit audit, TimeProvider clock, ILogger<Welcoming> logger)
{
    private const int MostShown = 40;

    public async Task<IResult> ComeInAsync(Account account, string with, string? wanted)
    {
        account.Record = account.Record with { LastSignedInAt = clock.GetUtcNow() };
        var result = await users.UpdateAsync(account);
        if (!result.Succeeded)
            LogNotNoted(account.Record.Name);
        await audit.NoteAsync(Caller.OfName(account.Record.Name), "user.sign-in", account.Record.Name, with);
        return TypedResults.LocalRedirect(Places.Inside(wanted));
    }

    /// <summary>Notes it. A name that nobody has is not written down: it may be a password typed into the wrong field.</summary>
    public async Task TurnAwayAsync(Account? account, string with)
    {
        var known = account is null ? "an unknown name" : account.Record.Name[..Math.Min(account.Record.Name.Length, MostShown)];
        LogTurnedAway(known, with);
        if (account is not null)
            await audit.NoteAsync(Caller.OfName(account.Record.Name), "user.sign-in-refused", account.Record.Name, await users.IsLockedOutAsync(account) ? $"{with}; locked" : with);
    }

    [LoggerMessage(4005, LogLevel.Warning, "{Name} was not let in: wrong {Factor}, or too many attempts")]
    private partial void LogTurnedAway(string name, string factor);

    [LoggerMessage(4006, LogLevel.Debug, "{Name} was changed while signing in; when that was stays unnoted")]
    private partial void LogNotNoted(string name);
}
