namespace UptimeSquirrel.Tests.Support.Mail;

/// <summary>A point of the dialogue at which the server can misbehave.</summary>
public enum MailStep
{
    Greeting,
    Hello,
    StartTls,
    LogIn,
    Sender,
    Recipient,
    Data,

    /// <summary>After the mail's last line: the server has it all, and owes its answer.</summary>
    Message,
    Quit,
}
