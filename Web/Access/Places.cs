using Microsoft.AspNetCore.Http;

namespace UptimeSquirrel.Web.Access;

/// <summary>Where the pages for signing in are, and where they lead.</summary>
internal static class Places
{
    /// <summary>Where somebody goes who has signed in and asked for nothing else.</summary>
    public const string Home = "/";
    public const string SignIn = "/sign-in";
    public const string Code = "/sign-in/code";
    public const string SignOut = "/sign-out";
    public const string SetUp = "/setup";
    public const string Invitation = "/invitation";
    public const string Account = "/account";
    public const string SecondFactor = "/account/second-factor";
    public const string Users = "/users";
    public const string Keys = "/keys";
    public const string Audit = "/audit";
    public const string Settings = "/settings";

    /// <summary>A page of ours as somebody elsewhere opens it: by the name the caller has for this installation.</summary>
    public static string LinkTo(HttpRequest request, string path) => $"{request.Scheme}://{request.Host}{path}";

    /// <summary>Where somebody signs in who wants to be at a page of ours then.</summary>
    public static string SignInFor(string? path) => $"{SignIn}?return={Uri.EscapeDataString(Inside(path))}";

    /// <summary>What was asked for when it is a page of ours, else home: nobody is sent elsewhere by a forged link.</summary>
    public static string Inside(string? path) =>
        path is ['/', ..] && !(path.Length > 1 && path[1] is '/' or '\\') && !path.Any(char.IsControl) && path.Length <= 2000 ? path : Home;
}
