using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Grains.Owners;

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
            services.AddSingleton<INotifier>(provider => new PickupFolderNotifier(options, provider.GetRequiredService<TimeProvider>()));
        else
            services.AddSingleton<INotifier>(provider => new MailKitNotifier(
                options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<MailKitNotifier>>()));
        return services;
    }
}
