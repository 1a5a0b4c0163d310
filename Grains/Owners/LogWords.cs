using System.Text.RegularExpressions;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Words of others that go into the log: mail servers like to repeat the address they refuse, which is nobody's business there.</summary>
internal static partial class LogWords
{
    public static string WithoutAddresses(string text) => MailAddress().Replace(text, "…@…");

    /// <summary>A mark in place of a name that may be a mail address: the same for the same name, and nothing can be read from it.</summary>
    public static string Nameless(string name) => TextMark.Of(name, 8);

    [GeneratedRegex(@"[^\s<>""'(]+@[^\s<>""'),;:]+")]
    private static partial Regex MailAddress();
}
