using Microsoft.AspNetCore.Identity;

namespace UptimeSquirrel.Web.Access.Accounts;

internal sealed partial class AccountStore : IUserTwoFactorStore<Account>, IUserAuthenticatorKeyStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>
{
    private const char Between = ';';

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Set(user, user.Record with { HasSecondFactor = enabled });

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.HasSecondFactor);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) =>
        Set(user, user.Record with { AuthenticatorKey = secrets.Keep(key) });

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(secrets.Reveal(user.Record.AuthenticatorKey));

    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Set(user, user.Record with { RecoveryCodes = secrets.Keep(string.Join(Between, recoveryCodes)) });

    public async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var codes = Codes(user);
        if (!codes.Contains(code, StringComparer.Ordinal))
            return false;
        await ReplaceCodesAsync(user, codes.Where(other => other != code), cancellationToken);
        return true;
    }

    public Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(Codes(user).Length);

    private string[] Codes(Account user) => secrets.Reveal(user.Record.RecoveryCodes)?.Split(Between, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
