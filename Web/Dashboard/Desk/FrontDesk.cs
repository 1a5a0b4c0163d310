using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using MudBlazor;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Access;
using UptimeSquirrel.Web.Auditing;
using UptimeSquirrel.Web.Dashboard.Language;

namespace UptimeSquirrel.Web.Dashboard.Desk;

/// <summary>
/// Where the pages ask and order. Whether the one who is signed in may is decided here, whatever buttons the page shows; so is how it is said when
/// something does not work.
/// </summary>
internal sealed partial class FrontDesk(
    IGrainFactory grains, AuthenticationStateProvider visitors, IAudit audit, ISnackbar snackbar, IStringLocalizer<Words> words, ILogger<FrontDesk> logger)
{
    public IGrainFactory Grains => grains;

    /// <exception cref="NotAllowedException">Nobody is signed in, or not any more: who is nobody is bound to no owner, and would see everything.</exception>
    public async Task<ClaimsPrincipal> CallerAsync() =>
        (await visitors.GetAuthenticationStateAsync()).User is { Identity.IsAuthenticated: true } caller ? caller : throw new NotAllowedException();

    /// <summary>The only owner the caller may see; null = all of them.</summary>
    public async Task<OwnerId?> OnlyOwnerAsync() => (await CallerAsync()).OnlyOwner();

    /// <summary>Whether the caller may change anything at all.</summary>
    public async Task<bool> MayChangeAsync() => await CallerAsync() is var caller && (caller.IsInRole(Roles.Editor) || caller.IsInRole(Roles.Administrator));

    /// <param name="owner">Whose it is; null = the installation's, which is for those who are bound to no owner.</param>
    /// <exception cref="NotAllowedException">The caller may not see it.</exception>
    public async Task MustSeeAsync(OwnerId? owner)
    {
        if (!(await CallerAsync()).MaySee(owner))
            throw new NotAllowedException();
    }

    /// <param name="owner">Whose it is; null = the installation's.</param>
    /// <exception cref="NotAllowedException">The caller may not change it.</exception>
    public async Task MustChangeAsync(OwnerId? owner)
    {
        await MustSeeAsync(owner);
        if (!await MayChangeAsync())
            throw new NotAllowedException();
    }

    /// <summary>Who asks, if they may change anything at all.</summary>
    /// <exception cref="NotAllowedException">They may not.</exception>
    public async Task<ClaimsPrincipal> ChangerAsync() => await MayChangeAsync() ? await CallerAsync() : throw new NotAllowedException();

    /// <exception cref="NotAllowedException">The caller may not administer.</exception>
    public async Task MustAdministerAsync()
    {
        var caller = await CallerAsync();
        if (!caller.IsInRole(Roles.Administrator) || !caller.IsFree())
            throw new NotAllowedException();
    }

    /// <summary>Changes something that belongs to an owner, if the caller may.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="what">What is done, as <c>noun.verb</c>.</param>
    /// <param name="subject">To what.</param>
    /// <param name="change">Does it; a null answer means that there was nothing to change.</param>
    /// <param name="isDone">Whether it was done, by the answer; null = whenever there is one.</param>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    public async Task<T> ChangeAsync<T>(OwnerId? owner, string what, string subject, Func<Task<T>> change, Func<T, bool>? isDone = null)
    {
        await MustChangeAsync(owner);
        var answer = await change();
        if (answer is not null && isDone?.Invoke(answer) != false)
            await audit.NoteAsync(await CallerAsync(), what, subject);
        return answer;
    }

    /// <summary>Does something, and says what came of it.</summary>
    /// <param name="change">What to do.</param>
    /// <param name="done">The sentence when it is done; null = none.</param>
    /// <returns>Whether it was done.</returns>
    public async Task<bool> TryAsync(Func<Task> change, string? done = null)
    {
        try
        {
            await change();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Say(Explain(exception), Severity.Error);
            return false;
        }
        if (done is not null)
            Say(done, Severity.Success);
        return true;
    }

    public void Say(string sentence, Severity severity = Severity.Normal) => snackbar.Add(sentence, severity);

    /// <summary>What went wrong, in a sentence for the viewer; what nobody foresaw is logged.</summary>
    public string Explain(Exception exception)
    {
        if (Troubles.IsUnforeseen(exception))
            LogUnforeseen(exception);
        return words[Troubles.Of(exception)];
    }

    [LoggerMessage(4300, LogLevel.Error, "A page of the dashboard could not be shown or obeyed")]
    private partial void LogUnforeseen(Exception exception);
}
