using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Adapters.Channels;

/// <summary>Addresses that channels are given.</summary>
internal static class ChannelUrl
{
    /// <summary>What is wrong with the address in a setting; empty when it is good or was not given.</summary>
    public static IEnumerable<string> Problems(ChannelSettings settings, string name)
    {
        if (!settings.Has(name))
            yield break;

        // Not repeated in the sentence: the whole address may be a secret.
        if (!Uri.TryCreate(settings[name], UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            yield return $"'{name}' is not an address: expected https://…";
        else if (url.UserInfo.Length > 0)
            yield return $"'{name}' holds a user name or password: expected an address without.";
    }

    /// <summary>The address in a setting, or the usual one, with a path added; the caller escapes what is not its own.</summary>
    public static Uri Of(ChannelSettings settings, string name, string usual, string path) =>
        new($"{settings.Or(name, usual).TrimEnd('/')}{path}");
}
