using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Grains.Accounts;

/// <summary>What the grains of users tell the one that knows all of them. It never calls them back.</summary>
[Alias("uptime.user-book")]
internal interface IUserBook : IGrainWithIntegerKey
{
    /// <summary>Takes over what a user is about to be, unless that leaves no administrator or there are too many users.</summary>
    [Alias("Note")]
    Task<UserOutcome> NoteAsync(UserSummary user);

    /// <summary>Forgets a user, unless that leaves no administrator; then false.</summary>
    [Alias("Forget")]
    Task<bool> ForgetAsync(string key);
}
