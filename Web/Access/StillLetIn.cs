using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Web.Access.Accounts;
using UptimeSquirrel.Web.Access.Keys;

namespace UptimeSquirrel.Web.Access;

/// <summary>Tells when somebody who was let in would not be let in any more: for what stays open longer than a request.</summary>
internal sealed partial class StillLetIn(KeyBook book, IServiceScopeFactory scopes, TimeProvider clock, ILogger<StillLetIn> logger)
{
    private static readonly TimeSpan _lookEvery = TimeSpan.FromSeconds(10);

    /// <summary>Ends within 20 seconds of the moment from which this caller is not let in any more, or not as what it was.</summary>
    /// <exception cref="OperationCanceledException">Nobody wants to know any more.</exception>
    public async Task UntilTurnedAwayAsync(ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_lookEvery, clock);
        do
            await timer.WaitForNextTickAsync(cancellationToken);
        while (await IsLetInAsync(caller));
    }

    /// <summary>Whether a sign-in is still good. So it is taken to be while nobody answers: a cluster that stumbles must not throw everybody out.</summary>
    public async Task<bool> IsSignedInAsync(ClaimsPrincipal caller)
    {
        try
        {
            return await scopes.IsStillGoodAsync(caller);
        }
        catch (Exception e)
        {
            // Nothing is known against them: asked again soon.
            LogNotAsked(e, caller.Named());
            return true;
        }
    }

    private async Task<bool> IsLetInAsync(ClaimsPrincipal caller)
    {
        if (caller.HasCookie())
            return await IsSignedInAsync(caller);
        return caller.FindFirstValue(ClaimTypes.NameIdentifier) is { } name && name.StartsWith(Caller.KeyPrefix, StringComparison.Ordinal) && await book.HasAsync(name[Caller.KeyPrefix.Length..]);
    }

    [LoggerMessage(4007, LogLevel.Debug, "Whether {Name} is still let in could not be found out; it is asked again in a few seconds")]
    private partial void LogNotAsked(Exception exception, string name);
}
