using System.Net.Http.Headers;
using System.Text;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;

namespace UptimeSquirrel.Probing;

/// <summary>Puts into a request what its website's owner wants to be in it.</summary>
internal static class RequestWriter
{
    /// <param name="request">The request, with our own headers in it.</param>
    /// <param name="settings">What is wanted.</param>
    /// <param name="method">How it is asked now, which after a redirect is not how it was asked first.</param>
    /// <param name="isAtHome">Whether it still goes to where the owner said. What lets people in goes nowhere else.</param>
    public static void Write(HttpRequestMessage request, LookSettings settings, CheckMethod method, bool isAtHome)
    {
        if (LookRules.ReadsPage(settings))
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (isAtHome && settings.Credentials is { } credentials)
            Set(request.Headers, "Authorization", Authorization(credentials));
        if (isAtHome && settings.Body?.Text is { } body && !LookRules.IsHarmless(method))
            request.Content = Content(body);
        foreach (var header in settings.Headers)
            if (header.Value is not null || isAtHome)
                Write(request, header.Name, header.Value ?? header.Secret?.Text ?? "");
    }

    // A few headers belong to the body, and only where there is one.
    private static void Write(HttpRequestMessage request, string name, string value)
    {
        if (Set(request.Headers, name, value) || request.Content is null)
            return;
        Set(request.Content.Headers, name, value);
    }

    private static bool Set(HttpHeaders headers, string name, string value)
    {
        try
        {
            headers.Remove(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return headers.TryAddWithoutValidation(name, value);
    }

    private static string Authorization(Credentials credentials) => credentials.Scheme switch
    {
        AuthScheme.Basic => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials.Secret.Text ?? "")),
        _ => "Bearer " + credentials.Secret.Text,
    };

    private static ByteArrayContent Content(string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        var isJson = body.AsSpan().TrimStart() is ['{' or '[', ..];
        content.Headers.TryAddWithoutValidation("Content-Type", isJson ? "application/json" : "application/x-www-form-urlencoded");
        return content;
    }
}
