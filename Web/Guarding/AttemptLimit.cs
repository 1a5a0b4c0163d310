using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace UptimeSquirrel.Web.Guarding;

/// <summary>How often somebody at one address may try to sign in.</summary>
internal static class AttemptLimit
{
    /// <summary>The policy for whatever takes a password, a code or the end of a set-up link.</summary>
    public const string Policy = "attempts";

    private const int NetworkBytes = 8;
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddAttemptLimit(this IServiceCollection services, int attemptsPerMinute) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return new ValueTask(Refusal.TooManyAsync(rejected.HttpContext, "Too many attempts came from your address. Try again in a minute."));
        };
        limiter.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            NetworkOf(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = attemptsPerMinute, Window = _window }));
    });

    /// <summary>Whoever has one IPv6 address has 2^64 of them.</summary>
    internal static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };
}
