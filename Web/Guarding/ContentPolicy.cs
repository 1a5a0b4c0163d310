namespace UptimeSquirrel.Web.Guarding;

/// <summary>What browsers may load and run on our pages.</summary>
internal static class ContentPolicy
{
    /// <summary>For pages with a style sheet, perhaps a script file, and nothing else.</summary>
    public const string Plain =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>For the dashboard, whose components write styles into the page; and for whatever sets no policy of its own.</summary>
    public const string Interactive =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'self'";
}
