using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using UptimeSquirrel.Adapters.Channels.Discord;
using UptimeSquirrel.Adapters.Channels.Gotify;
using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Adapters.Channels.Matrix;
using UptimeSquirrel.Adapters.Channels.Ntfy;
using UptimeSquirrel.Adapters.Channels.Opsgenie;
using UptimeSquirrel.Adapters.Channels.PagerDuty;
using UptimeSquirrel.Adapters.Channels.Pushover;
using UptimeSquirrel.Adapters.Channels.Secrets;
using UptimeSquirrel.Adapters.Channels.Slack;
using UptimeSquirrel.Adapters.Channels.Sms;
using UptimeSquirrel.Adapters.Channels.Teams;
using UptimeSquirrel.Adapters.Channels.Telegram;
using UptimeSquirrel.Adapters.Channels.Webhook;
using UptimeSquirrel.Adapters.Channels.WebPush;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Links;
using UptimeSquirrel.Grains.StatusPages.Subscribers;

namespace UptimeSquirrel.Adapters.Channels;

/// <summary>What the channels beside e-mail bring to the house.</summary>
public static class ChannelServices
{
    /// <summary>Adds every kind of channel over HTTP, and what keeps their secrets in the database.</summary>
    public static IServiceCollection AddUptimeChannels(this IServiceCollection services, ChannelOptions options) =>
        services.AddUptimeChannels(options, trustedRoots: null);

    internal static IServiceCollection AddUptimeChannels(this IServiceCollection services, ChannelOptions options, X509Certificate2Collection? trustedRoots)
    {
        services.TryAddSingleton(TimeProvider.System);
        ChannelHttp.Add(services, [.. options.AllowedPrivateNetworks.Select(network => IPNetwork.Parse(network))], trustedRoots);
        return services.AddUptimeSecrets()
            .AddSingleton<INotifier, NtfyNotifier>()
            .AddSingleton<INotifier, GotifyNotifier>()
            .AddSingleton<INotifier, PushoverNotifier>()
            .AddSingleton<INotifier, WebPushNotifier>()
            .AddSingleton<INotifier, WebhookNotifier>()
            .AddSingleton<INotifier, SlackNotifier>()
            .AddSingleton<INotifier, DiscordNotifier>()
            .AddSingleton<INotifier, TeamsNotifier>()
            .AddSingleton<INotifier, TelegramNotifier>()
            .AddSingleton<INotifier, MatrixNotifier>()
            .AddSingleton<INotifier, PagerDutyNotifier>()
            .AddSingleton<INotifier, OpsgenieNotifier>()
            .AddSingleton<INotifier, TwilioNotifier>()
            .AddSingleton<INotifier, HttpSmsNotifier>();
    }

    /// <summary>Adds what keeps secrets and signs links and cookies with the keys in the database, which must be there as <see cref="Database.UptimeDatabase"/>.</summary>
    public static IServiceCollection AddUptimeSecrets(this IServiceCollection services)
    {
        // Its warning that the keys themselves lie open in the database would come at every start; docs/channels.md says what that means.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        // One name for all silos, whatever folder they run in: what one encrypts the others must be able to read.
        services.AddDataProtection().SetApplicationName("UptimeSquirrel");
        return services
            .AddSingleton<IXmlRepository, DatabaseKeys>()
            .AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
                keys => keys.XmlRepository = provider.GetRequiredService<IXmlRepository>()))
            .AddSingleton<ISecretKeeper, DataProtectionSecrets>()
            .AddSingleton<IActionLinks, SignedLinks>()
            .AddSingleton<IPageLinks, SignedPageLinks>();
    }
}
