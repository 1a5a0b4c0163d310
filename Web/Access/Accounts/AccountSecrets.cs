using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace UptimeSquirrel.Web.Access.Accounts;

/// <summary>Encrypts what must be readable again, such as what one-time codes are made from, before it leaves for a grain.</summary>
internal sealed class AccountSecrets(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("UptimeSquirrel.Accounts.v1");

    public string Keep(string secret) => _protector.Protect(secret);

    /// <summary>The secret that was kept; null when there is none, or its key is gone.</summary>
    public string? Reveal(string? kept)
    {
        try
        {
            return kept is null ? null : _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
