using Microsoft.AspNetCore.Identity;
using UptimeSquirrel.Web.Access.Accounts;

namespace UptimeSquirrel.Web.Access.OwnAccount;

/// <summary>Asks for the password once more before something that would keep its owner out: whoever sits at a screen left open does not know it.</summary>
internal static class CurrentPassword
{
    public static async Task<bool> IsCurrentPasswordAsync(this SignInManager<Account> signIn, Account account, string? password) =>
        password is { Length: > 0 and <= PasswordRules.Longest } && (await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded;
}
