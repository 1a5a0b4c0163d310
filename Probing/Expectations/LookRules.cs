using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;

namespace UptimeSquirrel.Probing;

/// <summary>What follows from how a website is to be looked at.</summary>
public static class LookRules
{
    /// <summary>How to ask first.</summary>
    /// <param name="settings">What was said; null = nothing.</param>
    /// <param name="hasRefusedHead">Whether the website is known to treat HEAD badly.</param>
    public static CheckMethod FirstMethod(LookSettings? settings, bool hasRefusedHead) => settings switch
    {
        { Method: { } chosen } => chosen,
        { Body: not null } => CheckMethod.Post,
        not null when ReadsPage(settings) => CheckMethod.Get,
        _ => hasRefusedHead ? CheckMethod.Get : CheckMethod.Head,
    };

    /// <summary>Whether the page itself must be read, and not its headers only.</summary>
    public static bool ReadsPage(LookSettings settings) => settings is not { Keyword: null, UnwantedKeyword: null, Json: null };

    /// <summary>Whether a method asks for something without changing it, so that it may be asked of whoever a redirect names.</summary>
    internal static bool IsHarmless(CheckMethod method) => method is CheckMethod.Head or CheckMethod.Get or CheckMethod.Options;

    /// <summary>How to ask where a redirect leads, as browsers do.</summary>
    internal static CheckMethod AfterRedirect(CheckMethod method, int status) => (status, method) switch
    {
        (303, not CheckMethod.Head) => CheckMethod.Get,
        (301 or 302, CheckMethod.Post) => CheckMethod.Get,
        _ => method,
    };
}
