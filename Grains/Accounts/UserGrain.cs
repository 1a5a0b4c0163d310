using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Grains.Accounts;

/// <summary>Keeps one user. What lists and rules need of it goes to <see cref="IUsersGrain"/> first, which may object.</summary>
[GrainType("user")]
internal sealed class UserGrain([PersistentState("user", StorageNames.Grains)] IPersistentState<StoredUser> stored) : Grain, IUserGrain
{
    private IUserBook Book => GrainFactory.GetGrain<IUserBook>(0);

    public Task<User?> GetAsync() => Task.FromResult(stored.State.User);

    public async Task<UserOutcome> CreateAsync(User user)
    {
        if (UserKey.Of(user.Name) != this.GetPrimaryKeyString())
            throw new ArgumentException($"The user '{user.Name}' belongs to another grain.", nameof(user));
        if (stored.State.User is not null)
            return UserOutcome.NameTaken;
        return await StoreAsync(user);
    }

    public async Task<UserOutcome> UpdateAsync(User user)
    {
        if (stored.State.User is not { } before || before.Version != user.Version)
            return UserOutcome.Outdated;
        return await StoreAsync(user with { Name = before.Name, CreatedAt = before.CreatedAt });
    }

    public async Task<UserOutcome> RemoveAsync()
    {
        // Also when there is no user: the book may know one whose making broke off.
        if (!await Book.ForgetAsync(this.GetPrimaryKeyString()))
            return UserOutcome.LastAdministrator;
        if (stored.State.User is not null)
            await WriteAsync(null);
        return UserOutcome.Done;
    }

    private async Task<UserOutcome> StoreAsync(User user)
    {
        var noted = await Book.NoteAsync(UserRules.Summarize(this.GetPrimaryKeyString(), user));
        if (noted != UserOutcome.Done)
            return noted;
        await WriteAsync(user with { Version = stored.State.LastVersion + 1 });
        return UserOutcome.Done;
    }

    private async Task WriteAsync(User? user)
    {
        var (before, version) = (stored.State.User, stored.State.LastVersion);
        (stored.State.User, stored.State.LastVersion) = (user, user?.Version ?? version);
        await this.StoreAsync(stored, () => (stored.State.User, stored.State.LastVersion) = (before, version));
    }
}
