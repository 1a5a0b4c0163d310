using System.Globalization;
using System.Net;

namespace UptimeSquirrel.Probing;

/// <summary>What we keep of one answer.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Text">The words after it, cleaned; null when there were none.</param>
/// <param name="Location">Where it redirects to, as sent; null when it does not.</param>
/// <param name="BotWall">Who answered in the website's stead; null when nobody did.</param>
internal sealed record Answer(int Status, string? Text, string? Location, string? BotWall)
{
    private const int MaximumText = 100;

    /// <exception cref="HttpRequestException">It is none: the network stack lets any three digits pass.</exception>
    public static Answer Of(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (status < 100)
            throw new HttpRequestException(HttpRequestError.InvalidResponse, string.Create(CultureInfo.InvariantCulture, $"a status of {status:000}"));
        var headers = response.Headers.NonValidated;
        return new Answer(
            status,
            response.ReasonPhrase is { Length: > 0 } text ? CleanText.Of(text, MaximumText) : null,
            headers.TryGetValues("Location", out var values) ? values.FirstOrDefault() : null,
            BotWallRules.Find(status, headers));
    }

    /// <summary>Whether this only says where else to ask. 304 does not, and neither does a choice without a preference.</summary>
    public bool IsRedirect => Status is 301 or 302 or 303 or 307 or 308 || (Status == (int)HttpStatusCode.MultipleChoices && Location is not null);

    /// <summary>Whether the same question put with GET may do better. Many servers treat HEAD badly without saying that they do.</summary>
    public bool MayBeAboutHead => Status is >= 400 and <= 599 && BotWall is null;
}
