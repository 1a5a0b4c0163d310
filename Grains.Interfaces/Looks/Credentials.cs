using System.Diagnostics.CodeAnalysis;

namespace UptimeSquirrel.Looks;

/// <summary>Who we say we are to a website that wants to know.</summary>
/// <param name="Scheme">In which way it is said.</param>
/// <param name="Secret">What is said: user name and password with a colon between them, or a token.</param>
[GenerateSerializer, Immutable, Alias("uptime.credentials")]
public sealed record Credentials([property: Id(0)] AuthScheme Scheme, [property: Id(1)] Secret Secret)
{
    /// <summary>The longest user name and password, or token, in characters.</summary>
    public const int MaximumLength = 4096;

    /// <summary>Reads a user name and password as people write them: with a colon between them.</summary>
    public static bool TryParseBasic(string? text, [NotNullWhen(true)] out Credentials? credentials, [NotNullWhen(false)] out string? problem)
    {
        credentials = new Credentials(AuthScheme.Basic, Secret.Of(text ?? ""));
        problem = LookProblems.Of(credentials);
        return problem is null;
    }

    /// <summary>Reads a token.</summary>
    public static bool TryParseBearer(string? text, [NotNullWhen(true)] out Credentials? credentials, [NotNullWhen(false)] out string? problem)
    {
        credentials = new Credentials(AuthScheme.Bearer, Secret.Of(text?.Trim() ?? ""));
        problem = LookProblems.Of(credentials);
        return problem is null;
    }
}

/// <summary>A way to say who one is.</summary>
[GenerateSerializer, Alias("uptime.auth-scheme")]
public enum AuthScheme
{
    /// <summary>User name and password (RFC 7617).</summary>
    Basic = 0,

    /// <summary>A token (RFC 6750).</summary>
    Bearer = 1,
}
