using MimeKit;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.StatusPages.Subscribers;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>Writes every mail into a folder, for trying things out before there is a mail server.</summary>
internal sealed class PickupFolderNotifier(EmailOptions options, TimeProvider clock) : INotifier, IPageMailer
{
    private readonly string folder = Path.GetFullPath(options.PickupFolder);

    public ChannelKind Kind => EmailKind.Kind;

    public IReadOnlyList<string> Problems(ChannelSettings settings) => EmailKind.Problems(settings);

    public Task<DeliveryAnswer> DeliverAsync(Letter letter, ChannelSettings settings, CancellationToken cancellationToken) => KeepAsync(
        EmailIdentity.FileName(letter), sender => EmailMessageWriter.Write(letter, settings, sender, options.Unsubscribe, clock.GetUtcNow()), cancellationToken);

    public Task<DeliveryAnswer> SendAsync(PageLetter letter, CancellationToken cancellationToken) =>
        KeepAsync(EmailIdentity.FileName(letter), sender => PageMessageWriter.Write(letter, sender), cancellationToken);

    private async Task<DeliveryAnswer> KeepAsync(string name, Func<MailboxAddress, MimeMessage> write, CancellationToken cancellationToken)
    {
        EmailOptionsRules.TryReadSender(options.From, out var sender);
        var path = Path.Combine(folder, name);
        try
        {
            if (File.Exists(path))
                return new DeliveryAnswer.Delivered($"Already written to {path}");
            Directory.CreateDirectory(folder);
            using var message = write(sender);
            await WriteAsync(message, path, cancellationToken);
            return new DeliveryAnswer.Delivered($"Written to {path}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new DeliveryAnswer.TryAgain($"The mail could not be written to {path}: {exception.Message}");
        }
    }

    // Under another name first: whoever watches the folder sees whole mails or none.
    private static async Task WriteAsync(MimeMessage message, string path, CancellationToken cancellationToken)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                await message.WriteToAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
