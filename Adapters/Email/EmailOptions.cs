using System.ComponentModel.DataAnnotations;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>How e-mail leaves the house. Section <c>Email</c>.</summary>
public sealed class EmailOptions
{
    /// <summary>The mail server's name or address, without port. Default none: mails are then written to <see cref="PickupFolder"/>.</summary>
    public string? Host { get; set; }

    /// <summary>The mail server's port; 1 to 65,535, default 587 (submission). 465 speaks TLS at once, 25 is for relays.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected: Auto, None, StartTls or Tls; default Auto.</summary>
    [EnumDataType(typeof(EmailSecurity))]
    public EmailSecurity Security { get; set; } = EmailSecurity.Auto;

    /// <summary>The name to log in with. Default none: no log-in, as on a relay that knows us by our address.</summary>
    public string? User { get; set; }

    /// <summary>The password that belongs to <see cref="User"/>; default none. Set this or <see cref="PasswordFile"/>, not both.</summary>
    public string? Password { get; set; }

    /// <summary>A file that holds the password, read at every log-in so that a changed one needs no restart; default none.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Who the mails are from: <c>alerts@example.com</c> or <c>Our monitor &lt;alerts@example.com&gt;</c>. Needed with <see cref="Host"/>.</summary>
    /// <remarks>Default none; mails in the pickup folder are then from <c>uptimesquirrel@localhost</c>.</remarks>
    public string? From { get; set; }

    /// <summary>Where somebody who wants no more mails may turn to, a mailto: or https: address; default none.</summary>
    /// <remarks>It goes into the header List-Unsubscribe, from which mail programs make a button.</remarks>
    public string? Unsubscribe { get; set; }

    /// <summary>Where mails are written while no <see cref="Host"/> is set, one file each; default <c>data/mail</c>.</summary>
    [Required]
    public string PickupFolder { get; set; } = "data/mail";

    /// <summary>The longest one attempt may take, from connecting to the server's last word; 1 s to 2 min, default 30 s.</summary>
    /// <remarks>When too many mails are under way, waiting for a turn may take as long once more.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Connections to the mail server at the same time; 1 to 100, default 8. More mails wait for their turn.</summary>
    [Range(1, 100)]
    public int MaximumConnections { get; set; } = 8;
}
