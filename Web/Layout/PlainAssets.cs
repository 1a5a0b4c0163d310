using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace UptimeSquirrel.Web.Layout;

/// <summary>The few files the plain pages want, inside the program itself: they are there wherever it runs.</summary>
public static class PlainAssets
{
    /// <summary>How the plain pages look.</summary>
    public static Asset Style { get; } = Asset.Read("plain.css", "text/css; charset=utf-8");

    /// <summary>Asks the browser for passkeys.</summary>
    public static Asset PasskeyScript { get; } = Asset.Read("passkey.js", "text/javascript; charset=utf-8");

    internal static void MapPlainAssets(this IEndpointRouteBuilder app)
    {
        foreach (var asset in new[] { Style, PasskeyScript })
            app.MapGet(asset.Path, (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return TypedResults.Bytes(asset.Content, asset.Kind);
            }).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>One of them.</summary>
    public sealed class Asset
    {
        private Asset(string name, string kind, byte[] content) =>
            (Path, Kind, Content, Address) = ($"/assets/{name}", kind, content, $"/assets/{name}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}");

        /// <summary>Where a page finds it: another address whenever it has changed.</summary>
        public string Address { get; }

        internal string Path { get; }

        internal string Kind { get; }

        internal byte[] Content { get; }

        internal static Asset Read(string name, string kind)
        {
            using var stream = typeof(PlainAssets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program.");
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return new Asset(name, kind, content.ToArray());
        }
    }
}
