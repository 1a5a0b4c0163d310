using Microsoft.AspNetCore.Http;
using UptimeSquirrel.Web.Guarding;

namespace UptimeSquirrel.Web.StatusPages.Serving;

/// <summary>The forms of status pages, which are small and sent from the pages themselves.</summary>
internal static class PageForm
{
    private const int Largest = 4 * 1024;

    /// <summary>What a visitor filled in; null when that is no form of ours, and then that is answered.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        // Another site must not try passwords, or ask for mails, in the name of its visitors.
        if (!ForeignForms.IsForeign(http.Request) && http.Request is { HasFormContentType: true, ContentLength: <= Largest })
        {
            try
            {
                return await http.Request.ReadFormAsync(http.RequestAborted);
            }
            catch (InvalidDataException)
            {
                // Said to be a form, and none.
            }
        }

        await PageAnswers.SendOnceAsync(http, StatusCodes.Status400BadRequest, "text/plain; charset=utf-8", "Expected the form of this page.\n");
        return null;
    }
}
