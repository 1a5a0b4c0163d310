using System.Security.Claims;

namespace UptimeSquirrel.Web.Auditing;

/// <summary>Writes down who did what. Call it after every change that was made; it never throws, since the change is made already.</summary>
internal interface IAudit
{
    /// <summary>Notes one thing that was done.</summary>
    /// <param name="who">Who did it; where it came from is taken from the request under way, if there is one.</param>
    /// <param name="what">What was done, as <c>noun.verb</c>: <c>website.change</c>.</param>
    /// <param name="subject">To what: an address, a name, an id.</param>
    /// <param name="detail">What is worth knowing beyond that, such as the fields that changed; never a secret.</param>
    Task NoteAsync(ClaimsPrincipal who, string what, string subject, string? detail = null);

    /// <summary>Notes the same thing done to many, such as a bulk action.</summary>
    Task NoteAsync(ClaimsPrincipal who, string what, IReadOnlyCollection<string> subjects, string? detail = null);
}
