namespace UptimeSquirrel.Importing.Foreign;

/// <summary>A user name and password that stand in an address, as in <c>https://ann:secret@shop.example</c>.</summary>
internal static class UserInAddress
{
    /// <summary>The address without them, and both with a colon between them; null when there were none.</summary>
    public static (string? Address, string? User) TakeOut(string? text)
    {
        var start = text?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        if (start < 0)
            return (text, null);
        var rest = text!.AsSpan(start + 3);
        var length = rest.IndexOfAny('/', '?', '#');
        var at = (length < 0 ? rest : rest[..length]).LastIndexOf('@');
        if (at < 0)
            return (text, null);
        var user = rest[..at].ToString();
        return (string.Concat(text.AsSpan(0, start + 3), rest[(at + 1)..]), Uri.UnescapeDataString(user.Contains(':', StringComparison.Ordinal) ? user : user + ":"));
    }
}
