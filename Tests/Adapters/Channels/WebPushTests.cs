using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using UptimeSquirrel.Adapters.Channels.WebPush;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Tests.Adapters.Email;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Adapters.Channels;

public sealed class WebPushTests : WireTest
{
    // The private half of ChannelCases.BrowserKey, as RFC 8291, section 5, gives it.
    private const string BrowserPrivateKey = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";

    [Fact]
    public void Encrypts_the_example_of_RFC_8291_to_the_byte()
    {
        using var sender = ECDiffieHellman.Create(P256.PrivateParameters(Base64Url.DecodeFromChars(ChannelCases.VapidKey)));

        var message = PushEncryption.Encrypt(
            "When I grow up, I want to be a watermelon"u8.ToArray(), Base64Url.DecodeFromChars(ChannelCases.BrowserKey),
            Base64Url.DecodeFromChars(ChannelCases.BrowserSecret), sender, Base64Url.DecodeFromChars("DGv6ra1nlYgDCS1FRnbzlw"));

        Base64Url.EncodeToString(message).ShouldBe(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_" +
            "yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    [Fact]
    public async Task A_browser_can_read_it_and_the_push_service_cannot()
    {
        Receiver.Answer = Answers.Status(201, "Created");

        (await DeliverAsync("web-push")).ShouldBeOfType<DeliveryAnswer.Delivered>();

        var request = Receiver.Requests.Single();
        (request.Method, request.Path, request.Header("content-encoding"), request.Header("urgency"), request.Header("ttl")).ShouldBe(("POST", "/push/SECRET17", "aes128gcm", "high", "172800"));
        request.Header("topic")!.ShouldMatch("^[A-Za-z0-9_-]{22}$");
        var message = JsonDocument.Parse(Decrypt(request.Body)).RootElement;
        message.GetProperty("title").GetString().ShouldBe("DOWN: Shop (shop.example)");
        message.GetProperty("url").GetString().ShouldBe("https://shop.example/");
        request.Text.ShouldNotContain("shop");
    }

    [Fact]
    public async Task The_push_service_can_verify_who_sent_it()
    {
        var request = await SendAsync("web-push");

        var parts = request.Header("authorization")!.ShouldMatchAndSplit();
        var jwt = parts.Token.Split('.');
        JsonDocument.Parse(Base64Url.DecodeFromChars(jwt[0])).RootElement.GetProperty("alg").GetString().ShouldBe("ES256");
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(jwt[1])).RootElement;
        claims.GetProperty("aud").GetString().ShouldBe(Receiver.Url);
        claims.GetProperty("sub").GetString().ShouldBe("mailto:alerts@example.org");
        claims.GetProperty("exp").GetInt64().ShouldBe(Alerts.Now.AddHours(12).ToUnixTimeSeconds());
        var point = Base64Url.DecodeFromChars(parts.Key);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = { X = point[1..33], Y = point[33..] } });
        key.VerifyData(Encoding.ASCII.GetBytes($"{jwt[0]}.{jwt[1]}"), Base64Url.DecodeFromChars(jwt[2]), HashAlgorithmName.SHA256).ShouldBeTrue();
    }

    [Fact]
    public async Task A_later_message_about_the_incident_takes_the_place_of_one_that_still_waits() =>
        (await SendAsync("web-push", Alerts.Recovery())).Header("topic").ShouldBe((await SendAsync("web-push")).Header("topic"));

    [Fact]
    public async Task A_message_fits_however_long_the_names_are()
    {
        var request = await SendAsync("web-push", Alerts.Outage(new string('é', 5000), "https://shop.example/" + new string('a', 1900)));

        request.Body.Length.ShouldBeLessThanOrEqualTo(4096);
        JsonDocument.Parse(Decrypt(request.Body)).RootElement.GetProperty("title").GetString()!.ShouldStartWith("DOWN: é");
    }

    [Theory]
    [InlineData("p256dh", "BCVxsr7N", "'p256dh' is not a public key")]
    [InlineData("p256dh", "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw5", "'p256dh' is not a public key")]
    [InlineData("auth", "?", "'auth' is not a subscription's secret")]
    [InlineData("vapid-key", "AAAA", "'vapid-key' is not a private key")]
    [InlineData("contact", "me", "'contact' is not a way to reach you")]
    [InlineData("endpoint", "push", "'endpoint' is not an address")]
    public void A_subscription_that_cannot_be_is_refused(string name, string value, string problem) =>
        Problems("web-push", (name, value)).Single().ShouldStartWith(problem);

    // What a browser does, by RFC 8188 and RFC 8291 and with none of our code.
    private static byte[] Decrypt(byte[] message)
    {
        var salt = message[..16];
        BinaryPrimitives.ReadUInt32BigEndian(message.AsSpan(16)).ShouldBe(4096u);
        var keyLength = message[20];
        var sender = message[21..(21 + keyLength)];
        var sealedPart = message[(21 + keyLength)..];
        using var mine = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Base64Url.DecodeFromChars(BrowserPrivateKey),
            Q = { X = Base64Url.DecodeFromChars(ChannelCases.BrowserKey)[1..33], Y = Base64Url.DecodeFromChars(ChannelCases.BrowserKey)[33..] },
        });
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = { X = sender[1..33], Y = sender[33..] } });

        var shared = mine.DeriveRawSecretAgreement(theirs.PublicKey);
        var pseudoRandom = HKDF.Extract(HashAlgorithmName.SHA256, shared, Base64Url.DecodeFromChars(ChannelCases.BrowserSecret));
        var input = HKDF.Expand(HashAlgorithmName.SHA256, pseudoRandom, 32, [.. "WebPush: info\0"u8, .. Base64Url.DecodeFromChars(ChannelCases.BrowserKey), .. sender]);
        var mixed = HKDF.Extract(HashAlgorithmName.SHA256, input, salt);
        using var aes = new AesGcm(HKDF.Expand(HashAlgorithmName.SHA256, mixed, 16, "Content-Encoding: aes128gcm\0"u8.ToArray()), 16);
        var plain = new byte[sealedPart.Length - 16];
        aes.Decrypt(HKDF.Expand(HashAlgorithmName.SHA256, mixed, 12, "Content-Encoding: nonce\0"u8.ToArray()), sealedPart[..^16], sealedPart[^16..], plain);
        plain[^1].ShouldBe((byte)2);
        return plain[..^1];
    }
}

internal static class VapidHeader
{
    public static (string Token, string Key) ShouldMatchAndSplit(this string header)
    {
        header.ShouldMatch("^vapid t=[A-Za-z0-9_.-]+, k=[A-Za-z0-9_-]+$");
        var parts = header[6..].Split(", ");
        return (parts[0][2..], parts[1][2..]);
    }
}
