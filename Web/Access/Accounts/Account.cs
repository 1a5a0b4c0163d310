using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Web.Access.Accounts;

/// <summary>A user while ASP.NET Core Identity has it in hand: what it sets goes into the record, what it saves to the user's grain.</summary>
internal sealed class Account
{
    /// <summary>The user as it is to be stored.</summary>
    public required User Record { get; set; }

    /// <summary>The key of the user's grain, which is also the id in cookies.</summary>
    public string Key => UserKey.Of(Record.Name);
}
