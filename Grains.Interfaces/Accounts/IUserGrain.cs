namespace UptimeSquirrel.Accounts;

/// <summary>One user. The key is <see cref="UserKey.Of"/>.</summary>
[Alias("uptime.user-grain")]
public interface IUserGrain : IGrainWithStringKey
{
    /// <summary>The user as stored; null when there is none.</summary>
    [Alias("Get")]
    Task<User?> GetAsync();

    /// <summary>Makes the user.</summary>
    [Alias("Create")]
    Task<UserOutcome> CreateAsync(User user);

    /// <summary>Stores the user in place of the one with the same <see cref="User.Version"/>, which is one higher then.</summary>
    [Alias("Update")]
    Task<UserOutcome> UpdateAsync(User user);

    /// <summary>Removes the user for good; one that is not there is no error.</summary>
    [Alias("Remove")]
    Task<UserOutcome> RemoveAsync();
}
