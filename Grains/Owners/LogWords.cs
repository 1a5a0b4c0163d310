using System.Text.RegularExpressions;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Words of others that go into the log: mail servers like to repeat the address they refuse, which is nobody's business there.</summary>
internal static partial class LogWords
{
    public static string WithoutAddresses(string text) => MailAddress().Replace(text, "…@…");

    [GeneratedRegex(@"[^\s<>""'(]+@[^\s<>""'),;:]+")]
    private static partial Regex MailAddress();
}
