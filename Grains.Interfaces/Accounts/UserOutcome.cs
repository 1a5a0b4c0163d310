namespace UptimeSquirrel.Accounts;

/// <summary>What became of a change to a user.</summary>
[GenerateSerializer, Alias("uptime.user-outcome")]
public enum UserOutcome
{
    /// <summary>It is stored.</summary>
    Done = 0,

    /// <summary>Somebody has this name already.</summary>
    NameTaken = 1,

    /// <summary>The user is not there, or was changed by somebody else since it was read.</summary>
    Outdated = 2,

    /// <summary>It would leave nobody who may administer.</summary>
    LastAdministrator = 3,

    /// <summary>There are as many users as there may be.</summary>
    TooMany = 4,
}
