using Microsoft.AspNetCore.Identity;
using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Web.Access.Accounts;

/// <summary>Where ASP.NET Core Identity keeps users: in their grains.</summary>
internal sealed partial class AccountStore(IGrainFactory grains, AccountSecrets secrets)
    : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserLockoutStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Key);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Record.Name);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(UserKey.Normalize(user.Record.Name));

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) =>
        userName == user.Record.Name ? Task.CompletedTask : throw new NotSupportedException("The name of a user does not change.");

    // Derived from the name whenever it is wanted.
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        UserKey.IsKey(userId) ? ReadAsync(userId) : Task.FromResult<Account?>(null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        UserKey.IsName(normalizedUserName) ? ReadAsync(UserKey.Of(normalizedUserName)) : Task.FromResult<Account?>(null);

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        var outcome = await Grain(user).CreateAsync(user.Record);
        if (outcome == UserOutcome.Done)
            user.Record = await Grain(user).GetAsync() ?? user.Record;
        return ToResult(outcome, user);
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        var outcome = await Grain(user).UpdateAsync(user.Record);
        if (outcome == UserOutcome.Done)
            user.Record = user.Record with { Version = user.Record.Version + 1 };
        return ToResult(outcome, user);
    }

    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => ToResult(await Grain(user).RemoveAsync(), user);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) =>
        Set(user, user.Record with { PasswordHash = passwordHash });

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.PasswordHash is not null);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) => Set(user, user.Record with { SecurityStamp = stamp });

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Record.SecurityStamp);

    // Who is shut out by an administrator is locked for ever.
    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Record.IsShutOut ? DateTimeOffset.MaxValue : user.Record.LockedUntil);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Set(user, user.Record with { LockedUntil = lockoutEnd });

    public Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken)
    {
        user.Record = user.Record with { FailuresInARow = user.Record.FailuresInARow + 1 };
        return Task.FromResult(user.Record.FailuresInARow);
    }

    public Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Set(user, user.Record with { FailuresInARow = 0 });

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.FailuresInARow);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    private static Task Set(Account user, User record)
    {
        user.Record = record;
        return Task.CompletedTask;
    }

    private static IdentityResult ToResult(UserOutcome outcome, Account user) => outcome switch
    {
        UserOutcome.Done => IdentityResult.Success,
        UserOutcome.Outdated => IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure()),
        UserOutcome.NameTaken => IdentityResult.Failed(new IdentityErrorDescriber().DuplicateUserName(user.Record.Name)),
        _ => IdentityResult.Failed(new IdentityError { Code = outcome.ToString(), Description = outcome.ToString() }),
    };

    private IUserGrain Grain(Account user) => grains.GetGrain<IUserGrain>(user.Key);

    private async Task<Account?> ReadAsync(string key) => await grains.GetGrain<IUserGrain>(key).GetAsync() is { } user ? new Account { Record = user } : null;
}
