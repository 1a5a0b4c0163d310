using System.Security.Cryptography;
using System.Text;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>How the password of a status page is kept: salted, and hashed so often that guessing is dear (PBKDF2, SHA-256).</summary>
internal static class PagePasswordRules
{
    private const int Least = 8;
    private const int Most = 200;
    private const int Iterations = 210_000;
    private const int HashLength = 32;

    public static SettingProblem? FindProblem(string password) =>
        password.Length is >= Least and <= Most ? null : new SettingProblem("password", $"The password has {password.Length} characters: expected {Least} to {Most}.");

    public static string Hash(string password, byte[] salt) => $"pbkdf2-sha256${Iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(password, salt, Iterations))}";

    public static bool IsRight(string password, string hash) =>
        password.Length <= Most && hash.Split('$') is ["pbkdf2-sha256", var iterations, var salt, var derived] && int.TryParse(iterations, out var times) &&
        CryptographicOperations.FixedTimeEquals(Derive(password, Convert.FromBase64String(salt), times), Convert.FromBase64String(derived));

    private static byte[] Derive(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormC)), salt, iterations, HashAlgorithmName.SHA256, HashLength);
}
