using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Secrets;

/// <summary>What becomes of the secrets in the settings of a website: encrypted to be stored, readable to be used, hidden to be shown.</summary>
internal static class SecretRules
{
    /// <summary>Whether there are any.</summary>
    public static bool HasAny(LookSettings look) =>
        look.Body is not null || look.Credentials is not null || (look.Headers.Count > 0 && look.Headers.Any(header => header.Secret is not null));

    /// <summary>Whether each secret comes with its text: what is kept here cannot be handed in from outside.</summary>
    public static bool AreSaid(LookChanges changes) =>
        changes.Body is null or { Text: not null, Kept: null } &&
        changes.Credentials is null or { Secret: { Text: not null, Kept: null } } &&
        changes.Headers?.All(header => header.Secret is null or { Text: not null, Kept: null }) != false;

    /// <summary>The settings as they may be stored. What is stored already stays as it is.</summary>
    public static WebsiteSettings Lock(WebsiteSettings settings, ISecretKeeper keeper) =>
        With(settings, secret => secret.Text is { } text ? new Secret { Kept = keeper.Keep(text) } : secret);

    /// <summary>The settings as they are used. A secret that cannot be read has no text.</summary>
    public static WebsiteSettings Open(WebsiteSettings settings, ISecretKeeper keeper) => With(settings, secret => Open(secret, keeper));

    /// <summary>The settings as they are used; null when one of their secrets cannot be read.</summary>
    public static LookSettings? Open(LookSettings look, ISecretKeeper keeper)
    {
        var canRead = true;
        var opened = look.WithSecrets(secret =>
        {
            var readable = Open(secret, keeper);
            canRead &= readable.Text is not null;
            return readable;
        });
        return canRead ? opened : null;
    }

    /// <summary>The settings as they are shown.</summary>
    public static WebsiteSettings Hide(WebsiteSettings settings) => With(settings, _ => Secret.Hidden);

    private static Secret Open(Secret secret, ISecretKeeper keeper) =>
        secret.Kept is { } kept ? new Secret { Text = keeper.Reveal(kept) } : secret;

    private static WebsiteSettings With(WebsiteSettings settings, Func<Secret, Secret> change) =>
        settings.Look is { } look && HasAny(look) ? settings with { Look = look.WithSecrets(change) } : settings;
}
