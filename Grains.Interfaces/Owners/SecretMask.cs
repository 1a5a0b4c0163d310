namespace UptimeSquirrel.Owners;

/// <summary>What may be shown of the secret of a channel.</summary>
public static class SecretMask
{
    private const int ShownOfSecret = 4;
    private const int ShortestShown = 12;

    /// <summary>Its last four characters when it is long enough to keep the rest, and the host when it is an address.</summary>
    public static string Of(string secret)
    {
        var end = secret.Length < ShortestShown ? "" : secret[^ShownOfSecret..];
        return Uri.TryCreate(secret, UriKind.Absolute, out var address) && address.Host.Length > 0
            ? $"{address.Scheme}://{address.Authority}/…{(address.PathAndQuery.Length < ShortestShown ? "" : end)}"
            : $"…{end}";
    }
}
