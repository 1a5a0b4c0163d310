using Microsoft.Extensions.Logging;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Grains.Owners.Links;
using UptimeSquirrel.Grains.Owners.Templates;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Takes an alert to the channel it is for. Secrets are readable here and nowhere else.</summary>
internal sealed partial class Postman(IEnumerable<INotifier> notifiers, ISecretKeeper secrets, IActionLinks links, TemplateDesk desk, DeliveryFigures figures, ILogger<Postman> logger)
{
    private readonly Dictionary<string, INotifier> _notifiers = notifiers.ToDictionary(notifier => notifier.Kind.Name);

    /// <summary>The kinds of channels there are, by name.</summary>
    public IReadOnlyList<ChannelKind> Kinds => [.. _notifiers.Values.Select(notifier => notifier.Kind).OrderBy(kind => kind.Name, StringComparer.Ordinal)];

    /// <summary>Makes a channel of what its owner gave, or says everything that is wrong with it.</summary>
    public (StoredChannel? Channel, IReadOnlyList<string> Problems) Read(string id, string kindName, IReadOnlyDictionary<string, string> given)
    {
        if (!_notifiers.TryGetValue(kindName, out var notifier))
            return (null, [ChannelRules.Unknown(kindName, Kinds)]);
        var kind = notifier.Kind;
        var problems = ChannelRules.Problems(kind, given);
        if (problems.Count == 0)
            problems = notifier.Problems(new ChannelSettings(given));
        if (problems.Count > 0)
            return (null, problems);

        var isSecret = kind.SecretNames();
        var kept = given.Where(one => isSecret.Contains(one.Key))
            .ToDictionary(one => one.Key, one => new StoredSecret(secrets.Keep(one.Value), SecretMask.Of(one.Value)));
        var open = given.Where(one => !isSecret.Contains(one.Key)).ToDictionary(one => one.Key, one => one.Value);
        var address = kind.Settings[0].Name;
        return (new StoredChannel(id, kindName, kept.TryGetValue(address, out var secret) ? secret.Shown : open.GetValueOrDefault(address, ""), open, kept), []);
    }

    /// <summary>Whether a channel has these very settings, secrets and all. One whose secrets cannot be read any more has not.</summary>
    public bool HasSettings(StoredChannel channel, IReadOnlyDictionary<string, string> settings) =>
        channel.Settings.Count + channel.Secrets.Count == settings.Count &&
        settings.All(one => channel.Secrets.TryGetValue(one.Key, out var secret) ? secrets.Reveal(secret.Kept) == one.Value : channel.Settings.GetValueOrDefault(one.Key) == one.Value);

    /// <summary>The kind of a channel; null when this version knows none of that name.</summary>
    public ChannelKind? KindOf(StoredChannel channel) => KindNamed(channel.Kind);

    /// <summary>The kind of that name; null when there is none.</summary>
    public ChannelKind? KindNamed(string name) => _notifiers.GetValueOrDefault(name)?.Kind;

    /// <summary>Tries once to tell one alert. Whatever goes wrong is an answer.</summary>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> asked for it.</exception>
    public Task<DeliveryAnswer> DeliverAsync(Alert alert, StoredChannel channel, StoredTemplate? template, CancellationToken cancellationToken) =>
        DeliverAsync(new Bundle([alert]), channel, template, cancellationToken);

    /// <summary>Tries once to tell all of this in one message. Whatever goes wrong is an answer.</summary>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> asked for it.</exception>
    public async Task<DeliveryAnswer> DeliverAsync(Bundle bundle, StoredChannel channel, StoredTemplate? template, CancellationToken cancellationToken)
    {
        var answer = await TryAsync(bundle, channel, template, cancellationToken);
        figures.Count(channel.Kind, answer);
        return answer;
    }

    private async Task<DeliveryAnswer> TryAsync(Bundle bundle, StoredChannel channel, StoredTemplate? template, CancellationToken cancellationToken)
    {
        if (!_notifiers.TryGetValue(channel.Kind, out var notifier))
            return new DeliveryAnswer.GiveUp($"This version knows no channels of the kind '{channel.Kind}'.", IsChannelBroken: true);
        try
        {
            var revealed = channel.Secrets.ToDictionary(secret => secret.Key, secret => secrets.Reveal(secret.Value.Kept));
            if (revealed.ContainsValue(null))
                return new DeliveryAnswer.TryAgain("The secrets of this channel were encrypted with a key that is not in the database. Restore it, or add the channel again.");
            var settings = new ChannelSettings(channel.Settings.Concat(revealed!).ToDictionary(one => one.Key, one => one.Value!));
            var actions = bundle.Alerts is [var only] ? links.For(only, channel.Id) : [];
            var (letter, problem) = desk.Apply(LetterWriter.Write(bundle, channel.Id) with { Actions = actions }, notifier.Kind, template);
            var answer = await notifier.DeliverAsync(letter, settings, cancellationToken);
            return WithoutSecrets(answer, [.. revealed.Values.OfType<string>()]) with { TemplateProblem = problem };
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Its words may hold the address or a secret; so the log gets its kind and place alone.
            LogUnforeseen(bundle.Alerts[0].Id, channel.Kind, e.GetType().Name, e.StackTrace?.Split('\n')[0].Trim());
            return new DeliveryAnswer.TryAgain($"Sending failed in a way nobody foresaw ({e.GetType().Name}).");
        }
    }

    private static DeliveryAnswer WithoutSecrets(DeliveryAnswer answer, IReadOnlyList<string> secrets) => answer switch
    {
        DeliveryAnswer.Delivered delivered => delivered with { Answer = ChannelRules.WithoutSecrets(delivered.Answer, secrets) },
        DeliveryAnswer.TryAgain tryAgain => tryAgain with { Reason = ChannelRules.WithoutSecrets(tryAgain.Reason, secrets) },
        DeliveryAnswer.GiveUp giveUp => giveUp with { Reason = ChannelRules.WithoutSecrets(giveUp.Reason, secrets) },
        _ => answer,
    };

    [LoggerMessage(2100, LogLevel.Error, "Alert {Alert}: telling it by {Kind} failed in a way nobody foresaw ({Failure} {Place}); it will be tried again")]
    private partial void LogUnforeseen(string alert, string kind, string failure, string? place);
}
