using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.StatusPages.Subscribers;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Adapters.Channels.Secrets;

/// <summary>Makes and reads the links in mails to subscribers with the keys in the database.</summary>
internal sealed class SignedPageLinks(IDataProtectionProvider provider, IOptions<AlertOptions> options) : IPageLinks
{
    private readonly IDataProtector _protector = provider.CreateProtector("UptimeSquirrel.PageLinks.v1");

    public string? PageUrl(StatusPageSlug page) => options.Value.PublicUrl.Length == 0 ? null : $"{options.Value.PublicUrl.TrimEnd('/')}/status/{page}";

    public string Write(PageOrder order) => $"{PageUrl(order.Page)}/{(order.Begins ? "confirm" : "leave")}/{_protector.Protect(string.Join(
        '\n', order.Page.Text, order.Begins ? "1" : "0", order.Address.Text, order.Expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)))}";

    public PageOrder? Read(string token)
    {
        try
        {
            return _protector.Unprotect(token).Split('\n') is [var page, var begins, var address, var expires]
                ? new PageOrder(
                    StatusPageSlug.Parse(page), begins == "1", EmailAddress.Parse(address), DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires, CultureInfo.InvariantCulture)))
                : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
