using Microsoft.AspNetCore.Identity;
using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Web.Access.Accounts;

internal sealed partial class AccountStore : IUserPasskeyStore<Account>
{
    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        Set(user, user.Record with { Passkeys = [.. Without(user, passkey.CredentialId), FromInfo(passkey)] });

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Record.Passkeys.Select(ToInfo)]);

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await grains.GetGrain<IUsersGrain>(0).FindByPasskeyAsync(Convert.ToBase64String(credentialId)) is { } key ? await ReadAsync(key) : null;

    public Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(user.Record.Passkeys.FirstOrDefault(passkey => passkey.CredentialId.AsSpan().SequenceEqual(credentialId)) is { } found ? ToInfo(found) : null);

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Set(user, user.Record with { Passkeys = [.. Without(user, credentialId)] });

    private static IEnumerable<Passkey> Without(Account user, byte[] credentialId) =>
        user.Record.Passkeys.Where(passkey => !passkey.CredentialId.AsSpan().SequenceEqual(credentialId));

    private static Passkey FromInfo(UserPasskeyInfo info) => new()
    {
        CredentialId = info.CredentialId,
        PublicKey = info.PublicKey,
        Name = info.Name,
        CreatedAt = info.CreatedAt,
        SignCount = info.SignCount,
        Transports = info.Transports ?? [],
        IsUserVerified = info.IsUserVerified,
        IsBackupEligible = info.IsBackupEligible,
        IsBackedUp = info.IsBackedUp,
        AttestationObject = info.AttestationObject,
        ClientDataJson = info.ClientDataJson,
    };

    private static UserPasskeyInfo ToInfo(Passkey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt, passkey.SignCount, [.. passkey.Transports], passkey.IsUserVerified,
        passkey.IsBackupEligible, passkey.IsBackedUp, passkey.AttestationObject, passkey.ClientDataJson)
    { Name = passkey.Name };
}
