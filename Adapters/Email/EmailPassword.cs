using System.Diagnostics.CodeAnalysis;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>Where the password for the mail server comes from.</summary>
internal static class EmailPassword
{
    /// <summary>The password as it is now; a file is read each time.</summary>
    public static bool TryRead(EmailOptions options, out string password, [NotNullWhen(false)] out string? problem)
    {
        if (!string.IsNullOrWhiteSpace(options.PasswordFile))
            return TryReadFile(options.PasswordFile, out password, out problem);
        password = options.Password ?? "";
        problem = null;
        return true;
    }

    /// <summary>The first line of a file: editors end files with a line break that is no part of a password.</summary>
    public static bool TryReadFile(string path, out string password, [NotNullWhen(false)] out string? problem)
    {
        password = "";
        problem = null;
        try
        {
            password = File.ReadLines(path).FirstOrDefault() ?? "";
            if (password.Length == 0)
                problem = $"Email:PasswordFile '{path}' is empty; its first line must be the password.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = $"Email:PasswordFile '{path}' cannot be read: {exception.Message}";
        }

        return problem is null;
    }
}
