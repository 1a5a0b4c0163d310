using System.Buffers.Text;
using System.Security.Cryptography;
using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Grains.Accounts;

/// <summary>Knows all users, and lets the first one in.</summary>
[GrainType("users")]
internal sealed class UsersGrain([PersistentState("users", StorageNames.Grains)] IPersistentState<StoredUsers> stored) : Grain, IUsersGrain, IUserBook
{
    private const int TokenBytes = 32;

    // Only in memory: every silo of a cluster that starts prints the same link, and nobody finds it in the database.
    private string? _token;

    private Dictionary<string, UserSummary> Users => stored.State.Users;

    private bool IsSetUpOpen => stored.State.IsForOperator || !UserRules.HaveAdministrator(Users.Values);

    public Task<IReadOnlyList<UserSummary>> ListAsync() =>
        Task.FromResult<IReadOnlyList<UserSummary>>([.. Users.Values.OrderBy(user => user.Name, StringComparer.OrdinalIgnoreCase)]);

    public Task<string?> FindByPasskeyAsync(string credentialId) =>
        Task.FromResult(Users.Values.FirstOrDefault(user => user.Passkeys.Contains(credentialId, StringComparer.Ordinal))?.Key);

    public Task<string?> FindByLoginAsync(string login) =>
        Task.FromResult(Users.Values.FirstOrDefault(user => user.Logins.Contains(login, StringComparer.Ordinal))?.Key);

    public async Task<string?> IssueSetUpAsync(bool evenIfThereIsOne)
    {
        if (!evenIfThereIsOne && UserRules.HaveAdministrator(Users.Values))
            return null;
        if (_token is { } known && UserRules.IsToken(stored.State.SetUpHash, known) && (stored.State.IsForOperator || !evenIfThereIsOne))
            return known;
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        await WriteAsync(state => (state.SetUpHash, state.IsForOperator) = (UserRules.HashOf(token), evenIfThereIsOne));
        return _token = token;
    }

    public Task<bool> IsSetUpAsync(string token) => Task.FromResult(IsSetUpOpen && UserRules.IsToken(stored.State.SetUpHash, token));

    public async Task<bool> TakeSetUpAsync(string token)
    {
        if (!await IsSetUpAsync(token))
            return false;
        await WriteAsync(CloseSetUp);
        return true;
    }

    public async Task<UserOutcome> NoteAsync(UserSummary user)
    {
        var outcome = UserRules.Judge(Users, user);
        if (outcome == UserOutcome.Done && !(Users.TryGetValue(user.Key, out var known) && UserRules.AreSame(known, user)))
            await WriteAsync(state => state.Users = new Dictionary<string, UserSummary>(state.Users) { [user.Key] = user });
        return outcome;
    }

    public async Task<bool> ForgetAsync(string key)
    {
        if (UserRules.IsLastAdministrator(Users, key))
            return false;
        if (Users.ContainsKey(key))
            await WriteAsync(state => state.Users = state.Users.Where(user => user.Key != key).ToDictionary());
        return true;
    }

    private static void CloseSetUp(StoredUsers state) => (state.SetUpHash, state.IsForOperator) = (null, false);

    private async Task WriteAsync(Action<StoredUsers> change)
    {
        var before = new StoredUsers { Users = stored.State.Users, SetUpHash = stored.State.SetUpHash, IsForOperator = stored.State.IsForOperator };
        change(stored.State);
        await this.StoreAsync(stored, () => (stored.State.Users, stored.State.SetUpHash, stored.State.IsForOperator) = (before.Users, before.SetUpHash, before.IsForOperator));
    }
}
