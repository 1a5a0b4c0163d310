using QRCoder;

namespace UptimeSquirrel.Web.Access.OwnAccount;

/// <summary>How an authenticator app gets the key for the codes.</summary>
internal static class AuthenticatorText
{
    private const string Issuer = "UptimeSquirrel";
    private const int GroupLength = 4;
    private const int PixelsPerModule = 4;

    public static string Address(string name, string key) =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(name)}?secret={key}&issuer={Issuer}&digits=6&period=30";

    public static string Grouped(string key) => string.Join(' ', key.ToLowerInvariant().Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>The address as a QR code, in a form that stands in a page without being loaded from anywhere.</summary>
    public static string Picture(string name, string key) =>
        "data:image/png;base64," + Convert.ToBase64String(PngByteQRCodeHelper.GetQRCode(Address(name, key), QRCodeGenerator.ECCLevel.M, PixelsPerModule, drawQuietZones: true));
}
