using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace UptimeSquirrel.Tests.Web.Support;

/// <summary>An OpenID Connect provider whose user is whoever the test says.</summary>
internal sealed class LocalProvider : IAsyncDisposable
{
    public const string Secret = "between us two";

    private readonly WebApplication _app;
    private readonly RSA _key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, string Client)> _codes = new();

    private LocalProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => TypedResults.Json(new
        {
            issuer = Issuer,
            authorization_endpoint = Issuer + "/authorize",
            token_endpoint = Issuer + "/token",
            jwks_uri = Issuer + "/keys",
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
        }));
        _app.MapGet("/keys", () =>
        {
            var shown = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.ExportParameters(false)) { KeyId = "k" });
            return TypedResults.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "k", alg = "RS256", n = shown.N, e = shown.E } } });
        });
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", TokenAsync);
    }

    /// <summary>Who is signed in there.</summary>
    public (string Subject, string Name, string[] Roles) User { get; set; } = ("1", "nobody", []);

    public string Issuer => _app.Urls.First();

    public static async Task<LocalProvider> StartAsync()
    {
        var provider = new LocalProvider();
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Authorize(HttpRequest request)
    {
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (request.Query["nonce"]!, request.Query["code_challenge"]!, request.Query["client_id"]!);
        return TypedResults.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(request.Query["state"]!)}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!_codes.TryRemove(form["code"]!, out var asked) || form["client_secret"] != Secret ||
            Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))) != asked.Challenge)
            return TypedResults.BadRequest(new { error = "invalid_grant" });
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = asked.Client,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = User.Subject, ["preferred_username"] = User.Name, ["roles"] = User.Roles, ["nonce"] = asked.Nonce },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(_key) { KeyId = "k" }, SecurityAlgorithms.RsaSha256),
        });
        return TypedResults.Json(new { access_token = "opaque", token_type = "Bearer", expires_in = 300, id_token = token });
    }
}
