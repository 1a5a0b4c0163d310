using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using UptimeSquirrel.Web.Access.Accounts;
using UptimeSquirrel.Web.Access.OwnAccount;
using UptimeSquirrel.Web.Access.Pages;
using UptimeSquirrel.Web.Access.SigningIn;
using UptimeSquirrel.Web.Auditing;
using UptimeSquirrel.Web.Guarding;

namespace UptimeSquirrel.Web.Access.Passkeys;

/// <summary>Signing in with a passkey, and keeping one's own.</summary>
internal static class PasskeyEndpoints
{
    /// <summary>The most letters of a passkey's name.</summary>
    public const int LongestName = 60;

    private const int MostPasskeys = 20;
    private const int LongestCredential = 20_000;

    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-in/passkey/options", async (SignInManager<Account> signIn) => Json(await signIn.MakePasskeyRequestOptionsAsync(user: null)))
            .AllowAnonymous().RequireRateLimiting(AttemptLimit.Policy);
        app.MapPost("/sign-in/passkey", SignInAsync).AllowAnonymous().RequireRateLimiting(AttemptLimit.Policy);
        app.MapPost("/account/passkeys/options", OfferAsync);
        app.MapPost("/account/passkeys", AddAsync).RequireRateLimiting(AttemptLimit.Policy);
        app.MapPost("/account/passkeys/remove", RemoveAsync);
    }

    private static async Task<IResult> SignInAsync(
        SignInManager<Account> signIn, Welcoming welcoming, IStringLocalizer<AccessTexts> text, [FromForm] string? credential, [FromForm(Name = "return")] string? wanted)
    {
        if (await TryAsync(() => signIn.PerformPasskeyAssertionAsync(Short(credential))) is { Succeeded: true } shown)
        {
            if (!await signIn.UserManager.IsLockedOutAsync(shown.User))
            {
                // How often it was used goes up: a copy of it would be noticed.
                await signIn.UserManager.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
                await signIn.SignInAsync(shown.User, isPersistent: false);
                return await welcoming.ComeInAsync(shown.User, "passkey", wanted);
            }

            await welcoming.TurnAwayAsync(shown.User, "passkey");
        }

        return Page.Show<SignInPage>(new { Return = Places.Inside(wanted), Problem = text["Problem.Passkey"].Value }, StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> OfferAsync(ClaimsPrincipal user, SignInManager<Account> signIn) =>
        await signIn.UserManager.GetUserAsync(user) is { Record: { PasswordHash: not null, Passkeys.Count: < MostPasskeys } } account
            ? Json(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Key, Name = account.Record.Name, DisplayName = account.Record.Name }))
            : TypedResults.BadRequest();

    private static async Task<IResult> AddAsync(
        ClaimsPrincipal user, SignInManager<Account> signIn, IAudit audit, IStringLocalizer<AccessTexts> text, [FromForm] string? current, [FromForm] string? credential,
        [FromForm] string? name)
    {
        if (await signIn.UserManager.GetUserAsync(user) is not { } account)
            return TypedResults.LocalRedirect(Places.SignIn);

        // A passkey opens without password and code, so whoever sits at a screen left open must not be able to add theirs.
        if (!await signIn.IsCurrentPasswordAsync(account, current))
            return await AccountEndpoints.ShowProblemAsync(signIn, account, text["Problem.Current"].Value);
        if (await TryAsync(() => signIn.PerformPasskeyAttestationAsync(Short(credential))) is not { Succeeded: true } made || made.UserEntity.Id != account.Key)
            return await AccountEndpoints.ShowProblemAsync(signIn, account, text["Problem.Passkey"].Value);
        made.Passkey.Name = Name(name) ?? $"{account.Record.Passkeys.Count + 1}";
        if (!(await signIn.UserManager.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded)
            return await AccountEndpoints.ShowProblemAsync(signIn, account, text["Problem.Outdated"].Value);
        await audit.NoteAsync(user, "user.add-passkey", account.Record.Name, made.Passkey.Name);
        return TypedResults.LocalRedirect(Places.Account + "?done=passkey");
    }

    private static async Task<IResult> RemoveAsync(ClaimsPrincipal user, UserManager<Account> users, IAudit audit, [FromForm] string? id)
    {
        if (await users.GetUserAsync(user) is not { } account)
            return TypedResults.LocalRedirect(Places.SignIn);
        if (account.Record.Passkeys.FirstOrDefault(passkey => WebEncoders.Base64UrlEncode(passkey.CredentialId) == id) is { } found)
        {
            await users.RemovePasskeyAsync(account, found.CredentialId);
            await audit.NoteAsync(user, "user.remove-passkey", account.Record.Name, found.Name);
        }

        return TypedResults.LocalRedirect(Places.Account + "?done=removed");
    }

    // What a browser sends may be anything, and Identity throws where it is no credential at all or nobody asked for one.
    private static async Task<T?> TryAsync<T>(Func<Task<T>> perform)
        where T : class
    {
        try
        {
            return await perform();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or PasskeyException or System.Text.Json.JsonException or FormatException)
        {
            return null;
        }
    }

    private static string Short(string? credential) => credential is { Length: <= LongestCredential } ? credential : "";

    private static string? Name(string? name) => name?.Trim() is { Length: > 0 } given ? new string([.. given.Where(c => !char.IsControl(c)).Take(LongestName)]) : null;

    private static IResult Json(string options) => TypedResults.Content(options, "application/json");
}
