using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using UptimeSquirrel.Accounts;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Access.Accounts;
using UptimeSquirrel.Web.Auditing;

namespace UptimeSquirrel.Web.Access.Users;

/// <summary>What an administrator does with users, and that it is noted. Each returns the key of the text that says what was wrong; null when nothing was.</summary>
internal sealed class UserDesk(IGrainFactory grains, UserManager<Account> users, IAudit audit, TimeProvider clock)
{
    public const string IsNoName = "Problem.Name";
    public const string IsBound = "Problem.Owner";
    public const string IsTaken = "Problem.NameTaken";
    public const string IsLast = "Problem.LastAdministrator";
    public const string AreTooMany = "Problem.TooMany";
    public const string IsOutdated = "Problem.Outdated";

    public Task<IReadOnlyList<UserSummary>> ListAsync() => grains.GetGrain<IUsersGrain>(0).ListAsync();

    public Task<Account?> FindAsync(string? name) => users.FindByNameAsync(name?.Trim() ?? "");

    /// <summary>Makes a user without a password, who gets one with an invitation.</summary>
    public async Task<string?> CreateAsync(ClaimsPrincipal by, string? name, UserRole role, OwnerId? owner)
    {
        var typed = name?.Trim() ?? "";
        if (FindProblem(typed, role, owner) is { } problem)
            return problem;
        var account = new Account { Record = new User { Name = typed, Role = role, Owner = owner, CreatedAt = clock.GetUtcNow() } };
        return await NoteAsync(await users.CreateAsync(account), by, "user.create", account, Caller.Rights(role, owner));
    }

    /// <summary>Changes what a user may do; every sign-in so far ends, so that none goes on with the old rights.</summary>
    public async Task<string?> ChangeAsync(ClaimsPrincipal by, Account account, UserRole role, OwnerId? owner)
    {
        if (FindProblem(account.Record.Name, role, owner) is { } problem)
            return problem;
        account.Record = account.Record with { Role = role, Owner = owner };
        return await NoteAsync(await users.UpdateSecurityStampAsync(account), by, "user.change", account, Caller.Rights(role, owner));
    }

    public async Task<string?> ShutOutAsync(ClaimsPrincipal by, Account account, bool isShutOut)
    {
        account.Record = account.Record with { IsShutOut = isShutOut, FailuresInARow = 0, LockedUntil = null };
        return await NoteAsync(await users.UpdateSecurityStampAsync(account), by, isShutOut ? "user.shut-out" : "user.let-in", account);
    }

    public async Task<string?> RemoveSecondFactorAsync(ClaimsPrincipal by, Account account) =>
        await NoteAsync(await users.RemoveSecondFactorAsync(account), by, "user.reset-second-factor", account);

    public async Task<string?> RemoveAsync(ClaimsPrincipal by, Account account) => await NoteAsync(await users.DeleteAsync(account), by, "user.remove", account);

    /// <summary>A link with which whoever has it chooses the user's password, once.</summary>
    public async Task<string> InviteAsync(ClaimsPrincipal by, Account account)
    {
        var token = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(account)));
        await audit.NoteAsync(by, "user.password-link", account.Record.Name);
        return $"{Places.Invitation}?name={Uri.EscapeDataString(account.Record.Name)}&token={token}";
    }

    /// <summary>Uses such a link.</summary>
    public async Task<bool> AcceptAsync(Account account, string token, string password)
    {
        if (!(await users.ResetPasswordAsync(account, Read(token), password)).Succeeded)
            return false;
        account.Record = account.Record with { FailuresInARow = 0, LockedUntil = null };
        await users.UpdateAsync(account);
        await audit.NoteAsync(Caller.OfName(account.Record.Name), "user.choose-password", account.Record.Name);
        return true;
    }

    /// <summary>Whether such a link is good.</summary>
    public Task<bool> IsInvitedAsync(Account account, string token) => users.VerifyUserTokenAsync(
        account, users.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, Read(token));

    private static string? FindProblem(string name, UserRole role, OwnerId? owner) =>
        !UserKey.IsName(name) ? IsNoName
        : role == UserRole.Administrator && owner is not null ? IsBound
        : null;

    private static string Read(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token));
        }
        catch (FormatException)
        {
            return "";
        }
    }

    private async Task<string?> NoteAsync(IdentityResult result, ClaimsPrincipal by, string what, Account account, string? detail = null)
    {
        if (result.Succeeded)
        {
            await audit.NoteAsync(by, what, account.Record.Name, detail);
            return null;
        }

        return result.Errors.First().Code switch
        {
            nameof(IdentityErrorDescriber.DuplicateUserName) => IsTaken,
            nameof(UserOutcome.LastAdministrator) => IsLast,
            nameof(UserOutcome.TooMany) => AreTooMany,
            _ => IsOutdated,
        };
    }
}
