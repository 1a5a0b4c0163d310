namespace UptimeSquirrel.Adapters.Email;

/// <summary>How the connection to the mail server is protected.</summary>
public enum EmailSecurity
{
    /// <summary>TLS from the first byte on port 465, otherwise STARTTLS when the server offers it. A password is never sent unprotected.</summary>
    Auto = 0,

    /// <summary>Not at all, a password included: for a relay on the same machine or a private network.</summary>
    None = 1,

    /// <summary>STARTTLS, or no mail.</summary>
    StartTls = 2,

    /// <summary>TLS from the first byte, or no mail.</summary>
    Tls = 3,
}
