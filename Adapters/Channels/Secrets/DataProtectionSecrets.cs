using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Adapters.Channels.Secrets;

/// <summary>Encrypts secrets with the keys in the database.</summary>
internal sealed class DataProtectionSecrets(IDataProtectionProvider provider) : ISecretKeeper
{
    private readonly IDataProtector _protector = provider.CreateProtector("UptimeSquirrel.Channels.v1");

    public string Keep(string secret) => _protector.Protect(secret);

    public string? Reveal(string kept)
    {
        try
        {
            return _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
