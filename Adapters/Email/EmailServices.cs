using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.StatusPages.Subscribers;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>What e-mail brings to the house.</summary>
public static class EmailServices
{
    /// <summary>Adds the channel <c>email</c>: through the mail server when one is set, otherwise into the pickup folder.</summary>
    /// <exception cref="ArgumentException">The settings are not good; the message names everything that is wrong.</exception>
    public static IServiceCollection AddUptimeEmail(this IServiceCollection services, EmailOptions options)
    {
        var problems = EmailOptionsRules.Problems(options);
        if (problems.Count > 0)
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));

        services.TryAddSingleton(TimeProvider.System);
        if (string.IsNullOrWhiteSpace(options.Host))
            return services.AddSingleton(provider => new PickupFolderNotifier(options, provider.GetRequiredService<TimeProvider>())).AddBoth<PickupFolderNotifier>();
        return services.AddSingleton(provider => new MailKitNotifier(
            options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<MailKitNotifier>>())).AddBoth<MailKitNotifier>();
    }

    // Alerts for owners and mails for subscribers of status pages go over the same connections.
    private static IServiceCollection AddBoth<T>(this IServiceCollection services)
        where T : class, INotifier, IPageMailer =>
        services.AddSingleton<INotifier>(provider => provider.GetRequiredService<T>()).AddSingleton<IPageMailer>(provider => provider.GetRequiredService<T>());
}
