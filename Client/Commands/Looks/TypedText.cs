using UptimeSquirrel.Looks;

namespace UptimeSquirrel.Client.Commands.Looks;

/// <summary>Text that is given on the command line, or, where others may read along there, in a file: <c>@FILE</c>.</summary>
internal static class TypedText
{
    public static bool TryReadSecret(string? text, out Secret? secret, out string? problem)
    {
        secret = TryRead(text, out var content, out problem) ? Secret.Of(content) : null;
        return secret is not null;
    }

    public static bool TryReadBasic(string? text, out Credentials? credentials, out string? problem)
    {
        credentials = null;
        return TryRead(text, out var content, out problem) && Credentials.TryParseBasic(WithoutLineEnd(content), out credentials, out problem);
    }

    public static bool TryReadBearer(string? text, out Credentials? credentials, out string? problem)
    {
        credentials = null;
        return TryRead(text, out var content, out problem) && Credentials.TryParseBearer(WithoutLineEnd(content), out credentials, out problem);
    }

    private static bool TryRead(string? text, out string content, out string? problem)
    {
        content = text ?? "";
        problem = null;
        if (!content.StartsWith('@'))
            return true;
        var path = content[1..];
        try
        {
            // A little more than is taken, so that what is too long is told as that.
            using var file = new StreamReader(path);
            var buffer = new char[2 * LookProblems.MaximumBody];
            content = new string(buffer, 0, file.ReadBlock(buffer));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problem = $"The file '{PlainText.Start(path)}' cannot be read: {e.Message.TrimEnd('.')}.";
        }

        return problem is null;
    }

    // Editors end a file with a line end that nobody means.
    private static string WithoutLineEnd(string text) => text.TrimEnd('\r', '\n');
}
