namespace UptimeSquirrel.Web;

/// <summary>Sign-in with the accounts of an organisation (OpenID Connect). Section <c>OpenId</c>.</summary>
public sealed class OpenIdOptions
{
    /// <summary>The address of the provider, under which <c>.well-known/openid-configuration</c> is found. Empty = not used.</summary>
    /// <remarks>https, or http on this machine.</remarks>
    public string Authority { get; set; } = "";

    /// <summary>What the provider calls this installation.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>What this installation proves itself with to the provider. Keep it out of files that others read.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What the button on the sign-in page says.</summary>
    public string Label { get; set; } = "Single sign-on";

    /// <summary>The claim that says what somebody may do.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>The values of it that make an administrator.</summary>
    public IReadOnlyList<string> Administrators { get; set; } = [];

    /// <summary>The values of it that make an editor.</summary>
    public IReadOnlyList<string> Editors { get; set; } = [];

    /// <summary>The values of it that make a viewer; <c>*</c> = whoever has none of the others.</summary>
    public IReadOnlyList<string> Viewers { get; set; } = [];

    /// <summary>Whether it is used.</summary>
    public bool IsUsed() => Authority.Length > 0;
}
