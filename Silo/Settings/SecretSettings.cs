using System.Data.Common;

namespace UptimeSquirrel.Silo.Settings;

/// <summary>Takes out of values what nobody is to read on a screen.</summary>
internal static class SecretSettings
{
    private const string Masked = "***";

    private static readonly string[] _secretNames = ["Password", "Secret", "Token"];
    private static readonly string[] _secretParts = ["password", "pwd", "psw", "passphrase", "secret", "token"];

    /// <summary>The value without what is secret of it; empty stays empty, so that it is seen whether there is one.</summary>
    public static string Mask(string key, string value) =>
        value.Length == 0 ? ""
        : _secretNames.Any(name => key.EndsWith(name, StringComparison.OrdinalIgnoreCase)) ? Masked
        : key.EndsWith("ConnectionString", StringComparison.OrdinalIgnoreCase) ? OfConnectionString(value)
        : string.Join(", ", value.Split(", ").Select(WithoutUser));

    private static string OfConnectionString(string text)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = text };
            var keys = parts.Keys.Cast<string>().ToList();
            return keys.Exists(IsSecret) ? string.Join(';', keys.Select(key => $"{key}={(IsSecret(key) ? Masked : parts[key])}")) : text;
        }
        catch (ArgumentException)
        {
            return Masked;
        }
    }

    private static bool IsSecret(string part) => _secretParts.Any(secret => part.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private static string WithoutUser(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length > 0 ? text.Replace(address.UserInfo, Masked, StringComparison.Ordinal) : text;
}
