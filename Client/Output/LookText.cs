using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>How a website is looked at, for people: only what somebody has set, and of secrets only that they are set.</summary>
internal static class LookText
{
    public static void AddTo(Listing grid, WebsiteSettings settings)
    {
        if (settings.Look is { } look)
        {
            Add(grid, "Asked", Asking(look));
            Add(grid, "Expected", Expecting(look));
        }

        if (settings.Patience is { } patience)
            Add(grid, "Patience", Waiting(patience));
    }

    private static void Add(Listing grid, string name, IEnumerable<string> parts)
    {
        var text = string.Join("; ", parts);
        if (text.Length > 0)
            grid.Add(name, text);
    }

    public static IEnumerable<string> Asking(LookSettings look)
    {
        if (look.Method is { } method)
            yield return $"with {CheckMethods.NameOf(method)}";
        if (look.Credentials is { } credentials)
            yield return credentials.Scheme == AuthScheme.Basic ? "user name and password set" : "token set";
        if (look.Body is not null)
            yield return "body set";
        foreach (var header in look.Headers)
            yield return $"{header.Name}: {header.Value ?? "(set)"}";
        if (look.StopsAtRedirect)
            yield return "redirects are not followed";
        if (look.IgnoresCertificate)
            yield return "any certificate will do";
        if (look.Family != IpFamily.Any)
            yield return $"over {look.Family} only";
    }

    private static IEnumerable<string> Expecting(LookSettings look)
    {
        if (look.Keyword is not null)
            yield return $"'{look.Keyword}' on the page";
        if (look.UnwantedKeyword is not null)
            yield return $"no '{look.UnwantedKeyword}' on the page";
        if (look.Json is not null)
            yield return $"JSON {look.Json}";
        foreach (var header in look.ExpectedHeaders)
            yield return $"header {header}";
    }

    public static IEnumerable<string> Waiting(PatienceSettings patience)
    {
        if (patience.RecheckDelays is { } delays)
            yield return delays.Count == 0 ? "down at the first failed check" : $"looked at again {string.Join(", ", delays.Select(Duration.Format))} after a failed check";
        if (patience.SuccessesBeforeUp is { } successes)
            yield return $"up after {Wording.Count(successes, "good check")}";
    }
}
