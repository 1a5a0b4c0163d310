using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace UptimeSquirrel.Web.Access.Accounts;

/// <summary>What is done to accounts in more than one place.</summary>
internal static class AccountSteps
{
    /// <summary>Takes away the second factor with its key and its recovery codes; every sign-in so far ends.</summary>
    public static Task<IdentityResult> RemoveSecondFactorAsync(this UserManager<Account> users, Account account)
    {
        account.Record = account.Record with { HasSecondFactor = false, AuthenticatorKey = null, RecoveryCodes = null };
        return users.UpdateSecurityStampAsync(account);
    }

    /// <summary>The sentence about what was done, from the address of the page; null when there is none.</summary>
    public static string? Done(this IStringLocalizer<AccessTexts> text, string? done) =>
        done is { Length: > 0 and < 30 } && text["Done." + done] is { ResourceNotFound: false } said ? said.Value : null;
}
