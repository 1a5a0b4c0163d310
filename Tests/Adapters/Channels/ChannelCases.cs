using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Adapters.Channels;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Adapters.Email;

namespace UptimeSquirrel.Tests.Adapters.Channels;

/// <summary>Every kind of channel over HTTP, set up to talk to a server of the test's.</summary>
internal static class ChannelCases
{
    public const string VapidKey = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    public const string BrowserKey = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    public const string BrowserSecret = "BTBZMqHH6r4Tts7J_aSIgg";

    private static readonly Dictionary<string, Func<string, Dictionary<string, string>>> _settings = new()
    {
        ["ntfy"] = url => new() { ["url"] = url, ["topic"] = "topicSECRET1", ["token"] = "tk_SECRET2" },
        ["gotify"] = url => new() { ["url"] = url, ["token"] = "appSECRET3" },
        ["pushover"] = url => new() { ["url"] = url, ["user"] = "userSECRET4", ["token"] = "tokenSECRET5" },
        ["webhook"] = url => new() { ["url"] = url + "/hook/SECRET6", ["secret"] = "signSECRET7" },
        ["slack"] = url => new() { ["url"] = url + "/services/T0/B0/SECRET8" },
        ["discord"] = url => new() { ["url"] = url + "/api/webhooks/1/SECRET9" },
        ["teams"] = url => new() { ["url"] = url + "/workflows/SECRET10" },
        ["telegram"] = url => new() { ["url"] = url, ["chat"] = "-100123", ["token"] = "110:SECRET11" },
        ["matrix"] = url => new() { ["url"] = url, ["room"] = "!abc:example.org", ["token"] = "syt_SECRET12" },
        ["pagerduty"] = url => new() { ["url"] = url, ["routing-key"] = "routingSECRET13" },
        ["opsgenie"] = url => new() { ["url"] = url, ["key"] = "genieSECRET14" },
        ["sms-twilio"] = url => new() { ["url"] = url, ["to"] = "+15558675310", ["from"] = "+15017122661", ["account"] = "AC" + new string('0', 32), ["token"] = "authSECRET15" },
        ["sms-http"] = url => new() { ["url"] = url + "/send?key=SECRET16", ["to"] = "+15558675310", ["type"] = "application/json", ["body"] = """{"number":"{to}","message":"{text}"}""" },
        ["web-push"] = url => new()
        {
            ["endpoint"] = url + "/push/SECRET17",
            ["p256dh"] = BrowserKey,
            ["auth"] = BrowserSecret,
            ["vapid-key"] = VapidKey,
            ["contact"] = "mailto:alerts@example.org",
        },
    };

    public static TheoryData<string> Kinds => [.. _settings.Keys];

    public static Dictionary<string, string> Settings(string kind, string url) => _settings[kind](url);

    /// <summary>The kinds as a silo has them, allowed to reach this machine unless told otherwise.</summary>
    public static ServiceProvider Services(
        TimeProvider? clock = null, IReadOnlyList<string>? networks = null, X509Certificate2? authority = null, ILoggerProvider? log = null) =>
        new ServiceCollection()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddLogging(logging => (log is null ? logging : logging.AddProvider(log)).SetMinimumLevel(LogLevel.Trace))
            .AddUptimeChannels(new ChannelOptions { AllowedPrivateNetworks = networks ?? ["127.0.0.0/8"] }, authority is null ? null : [authority])
            .BuildServiceProvider();

    public static INotifier Notifier(this IServiceProvider services, string kind) =>
        services.GetServices<INotifier>().Single(notifier => notifier.Kind.Name == kind);

    public static Task<DeliveryAnswer> DeliverAsync(this IServiceProvider services, string kind, string url, Alert? alert = null, params (string Name, string Value)[] more) =>
        services.DeliverAsync(kind, url, new Bundle([alert ?? Alerts.Outage()]), more);

    public static Task<DeliveryAnswer> DeliverAsync(this IServiceProvider services, string kind, string url, Bundle bundle, params (string Name, string Value)[] more)
    {
        var settings = Settings(kind, url);
        foreach (var (name, value) in more)
            settings[name] = value;
        var notifier = services.Notifier(kind);
        notifier.Problems(new ChannelSettings(settings)).ShouldBeEmpty();
        return notifier.DeliverAsync(LetterWriter.Write(bundle, $"{kind}-1"), new ChannelSettings(settings), TestContext.Current.CancellationToken);
    }
}
