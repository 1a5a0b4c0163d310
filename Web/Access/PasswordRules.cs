namespace UptimeSquirrel.Web.Access;

/// <summary>What a password must be: long. Rules about its letters only make people write it down.</summary>
public static class PasswordRules
{
    /// <summary>The fewest letters.</summary>
    public const int Shortest = 10;

    /// <summary>The most: nobody may keep a server busy with hashing.</summary>
    public const int Longest = 200;

    /// <summary>The fewest different letters.</summary>
    internal const int FewestDifferent = 4;

    /// <summary>The key of the text that says what is wrong with a new password; null when nothing is.</summary>
    internal static string? FindProblem(string? password, string? repeated, string name) =>
        password is null || password.Length < Shortest || password.Distinct().Count() < FewestDifferent ? "Problem.PasswordShort"
        : password.Length > Longest ? "Problem.PasswordLong"
        : password.Contains(name, StringComparison.OrdinalIgnoreCase) && name.Length >= FewestDifferent ? "Problem.PasswordName"
        : password != repeated ? "Problem.PasswordRepeated"
        : null;
}
