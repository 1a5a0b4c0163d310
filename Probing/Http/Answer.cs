using System.Net;

namespace UptimeSquirrel.Probing;

/// <summary>What we keep of one answer.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Text">The words after it, cleaned; null when there were none.</param>
/// <param name="Location">Where it redirects to, as sent; null when it does not.</param>
internal sealed record Answer(int Status, string? Text, string? Location)
{
    private const int MaximumText = 100;

    public bool RefusesHead => Status is 405 or 501;

    public static Answer Of(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.ReasonPhrase is { Length: > 0 } text ? CleanText.Of(text, MaximumText) : null,
        response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.FirstOrDefault() : null);

    /// <summary>Whether this only says where else to ask. 304 does not, and neither does a choice without a preference.</summary>
    public bool IsRedirect => Status is 301 or 302 or 303 or 307 or 308 || (Status == (int)HttpStatusCode.MultipleChoices && Location is not null);
}
