using System.Text;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Links;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>The plain half of a mail, in lines of at most 72 characters where words allow it.</summary>
internal static class EmailText
{
    private const int Width = 72;

    public const string Footer = "Sent by UptimeSquirrel, which watches websites for you.";

    public static string Write(AlertMessage words, IReadOnlyList<ActionLink> actions)
    {
        var text = new StringBuilder();
        if (words.Own is { } own)
            foreach (var line in own)
                AppendWrapped(text, "", line);
        else
            AppendUsual(text, words);
        foreach (var action in actions)
            text.Append('\n').Append(action.Label).Append(":\n").Append(action.Url).Append('\n');

        if (words.Remark is { } remark)
            AppendWrapped(text.Append('\n'), "", remark);

        // "-- " alone on a line is how mail programs know a signature, and leave it out of replies.
        return text.Append("\n-- \n").Append(Footer).Append('\n').ToString();
    }

    private static void AppendUsual(StringBuilder text, AlertMessage words)
    {
        var labelWidth = words.Facts.Max(fact => fact.Label.Length) + 2;
        AppendWrapped(text, "", words.Headline);
        text.Append('\n');
        AppendWrapped(text, "", words.Explanation);
        text.Append('\n');
        foreach (var fact in words.Facts)
            AppendWrapped(text, (fact.Label + ":").PadRight(labelWidth), fact.Value);
        text.Append('\n');
        AppendWrapped(text, "", words.Next);
    }

    // A word longer than a line, such as an address, is never broken: it could no longer be followed.
    private static void AppendWrapped(StringBuilder text, string lead, string value)
    {
        var line = new StringBuilder(lead);
        foreach (var word in value.Split(' '))
        {
            var isFirst = line.Length == lead.Length;
            if (!isFirst && line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(' ', lead.Length);
                isFirst = true;
            }

            line.Append(isFirst ? "" : " ").Append(word);
        }

        text.Append(line).Append('\n');
    }
}
