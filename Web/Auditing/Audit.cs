using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Auditing;
using UptimeSquirrel.Web.Access;

namespace UptimeSquirrel.Web.Auditing;

/// <summary>Hands what was done to the audit log of the cluster.</summary>
internal sealed partial class Audit(IGrainFactory grains, IHttpContextAccessor http, TimeProvider clock, ILogger<Audit> logger) : IAudit
{
    private const int MostAtOnce = 500;

    public Task NoteAsync(ClaimsPrincipal who, string what, string subject, string? detail = null) => NoteAsync(who, what, [subject], detail);

    public async Task NoteAsync(ClaimsPrincipal who, string what, IReadOnlyCollection<string> subjects, string? detail = null)
    {
        var from = http.HttpContext?.Connection.RemoteIpAddress;
        var now = clock.GetUtcNow();
        foreach (var some in subjects.Chunk(MostAtOnce))
        {
            try
            {
                await grains.GetGrain<IAuditGrain>(0).NoteAsync([.. some.Select(subject => new AuditEntry(0, now, who.Named(), what, subject, detail, from?.ToString()))]);
            }
            catch (Exception e)
            {
                // It must stand somewhere: then in the log.
                LogNotStored(e, who.Named(), what, string.Join(", ", some), detail, from?.ToString());
            }
        }
    }

    [LoggerMessage(4020, LogLevel.Error, "The audit log could not be written. What belongs there: {Who} did {What} to {Subjects} ({Detail}) from {From}")]
    private partial void LogNotStored(Exception exception, string who, string what, string subjects, string? detail, string? from);
}
