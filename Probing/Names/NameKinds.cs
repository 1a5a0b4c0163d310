namespace UptimeSquirrel.Probing;

/// <summary>Tells from the name alone who knows it (RFC 6761, RFC 6762).</summary>
internal static class NameKinds
{
    /// <param name="name">Without a dot at its end.</param>
    public static NameKind Of(string name)
    {
        if (IsOrIsUnder(name, "invalid"))
            return NameKind.Invalid;
        if (IsOrIsUnder(name, "localhost"))
            return NameKind.Localhost;
        return !name.Contains('.') || IsOfTheLocalNetwork(name) ? NameKind.Local : NameKind.Public;
    }

    // Two labels only: printer.local is announced in the local network, shop.prod.svc.cluster.local is served by name servers.
    private static bool IsOfTheLocalNetwork(string name) =>
        name.EndsWith(".local", StringComparison.OrdinalIgnoreCase) && name.AsSpan().Count('.') == 1;

    private static bool IsOrIsUnder(string name, string top) =>
        name.EndsWith(top, StringComparison.OrdinalIgnoreCase) && (name.Length == top.Length || name[^(top.Length + 1)] == '.');
}
