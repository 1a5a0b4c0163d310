using MimeKit;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>What makes e-mail settings good.</summary>
public static class EmailOptionsRules
{
    /// <summary>Everything that is wrong, a sentence each, the ranges included; empty when nothing is.</summary>
    public static IReadOnlyList<string> Problems(EmailOptions options) =>
        [.. RangeProblems(options), .. CrossProblems(options)];

    /// <summary>What is wrong beyond the range of a single value; empty when nothing is.</summary>
    public static IEnumerable<string> CrossProblems(EmailOptions options) =>
        ServerProblems(options).Concat(LogInProblems(options)).Concat(UnsubscribeProblems(options));

    /// <summary>Reads a sender, with or without a display name.</summary>
    internal static bool TryReadSender(string? text, out MailboxAddress sender)
    {
        var isGood = MailboxAddress.TryParse(text, out sender!) && EmailAddress.TryParse(sender.Address, out _, out _);
        if (!isGood)
            sender = new MailboxAddress("UptimeSquirrel", "uptimesquirrel@localhost");
        else if (string.IsNullOrEmpty(sender.Name))
            sender.Name = "UptimeSquirrel";
        return isGood;
    }

    private static IEnumerable<string> RangeProblems(EmailOptions options)
    {
        if (options.Port is < 1 or > 65_535)
            yield return $"Email:Port is {options.Port} but must be from 1 to 65535; mail servers take mail on 587, 465 or 25.";
        if (!Enum.IsDefined(options.Security))
            yield return $"Email:Security is {(int)options.Security} but must be Auto, None, StartTls or Tls.";
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(2))
            yield return $"Email:Timeout is {options.Timeout} but must be from 00:00:01 to 00:02:00.";
        if (options.MaximumConnections is < 1 or > 100)
            yield return $"Email:MaximumConnections is {options.MaximumConnections} but must be from 1 to 100.";
        if (string.IsNullOrWhiteSpace(options.PickupFolder))
            yield return "Email:PickupFolder is empty; name a folder for the mails that are written while no Email:Host is set.";
    }

    private static IEnumerable<string> ServerProblems(EmailOptions options)
    {
        var hasHost = !string.IsNullOrWhiteSpace(options.Host);
        if (hasHost && Uri.CheckHostName(options.Host!.Trim()) == UriHostNameType.Unknown)
            yield return $"Email:Host is '{options.Host}' but must be a bare name or address such as mail.example.com; the port goes into Email:Port.";
        if (string.IsNullOrWhiteSpace(options.From))
        {
            if (hasHost)
                yield return "Email:From is missing: with Email:Host, say who the mails are from, for example alerts@example.com.";
        }
        else if (!TryReadSender(options.From, out _))
        {
            yield return $"Email:From is '{options.From}' but must be an e-mail address such as alerts@example.com or Our monitor <alerts@example.com>.";
        }
    }

    private static IEnumerable<string> UnsubscribeProblems(EmailOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Unsubscribe))
            yield break;
        var isGood = Uri.TryCreate(options.Unsubscribe.Trim(), UriKind.Absolute, out var address) && address.Scheme is "mailto" or "https" &&
                     !options.Unsubscribe.Any(c => char.IsControl(c) || c is '<' or '>' or ' ');
        if (!isGood)
            yield return "Email:Unsubscribe must be an address such as mailto:alerts@example.com or https://example.com/alerts.";
    }

    private static IEnumerable<string> LogInProblems(EmailOptions options)
    {
        var hasPassword = !string.IsNullOrEmpty(options.Password);
        var hasFile = !string.IsNullOrWhiteSpace(options.PasswordFile);
        var hasUser = !string.IsNullOrWhiteSpace(options.User);
        if (hasPassword && hasFile)
            yield return "Email:Password and Email:PasswordFile are both set; keep one of them.";
        if (hasUser && !hasPassword && !hasFile)
            yield return "Email:User is set without a password; set Email:Password or Email:PasswordFile, or drop Email:User.";
        if (!hasUser && (hasPassword || hasFile))
            yield return "A password for e-mail is set without Email:User; say who logs in, or drop the password.";
        if (hasFile && !EmailPassword.TryReadFile(options.PasswordFile!, out _, out var problem))
            yield return problem;
    }
}
