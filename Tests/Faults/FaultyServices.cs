using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Faults;

/// <summary>Wraps everything that a silo waits for between the decision that a website is down and the note that its owner was told.</summary>
internal static class FaultyServices
{
    public static void Wrap(IServiceCollection services, FaultPoints points)
    {
        services.AddSingleton<IOutgoingGrainCallFilter>(new FaultyCalls(points));
        services.AddSingleton<IIncomingGrainCallFilter>(new FaultyCalls(points));
        for (var i = 0; i < services.Count; i++)
        {
            var inner = services[i];
            if (inner.ServiceType == typeof(INotifier))
                services[i] = ServiceDescriptor.Singleton<INotifier>(provider => new FaultyNotifier((INotifier)Make(provider, inner), points));
            else if (inner.ServiceType == typeof(ISpoolFile))
                services[i] = ServiceDescriptor.Singleton<ISpoolFile>(provider => new FaultySpool((ISpoolFile)Make(provider, inner), points));
            else if (inner.ServiceType == typeof(IReminderTable))
                services[i] = ServiceDescriptor.Singleton<IReminderTable>(provider => new FaultyReminders((IReminderTable)Make(provider, inner), points));
            else if (inner.ServiceType == typeof(IGrainStorage) && inner.IsKeyedService)
                services[i] = ServiceDescriptor.KeyedSingleton<IGrainStorage>(inner.ServiceKey, (provider, _) => new FaultyStorage((IGrainStorage)Make(provider, inner), points));
        }
    }

    private static object Make(IServiceProvider provider, ServiceDescriptor inner) => inner switch
    {
        { IsKeyedService: true, KeyedImplementationFactory: { } factory } => factory(provider, inner.ServiceKey),
        { IsKeyedService: true, KeyedImplementationInstance: { } instance } => instance,
        { IsKeyedService: true, KeyedImplementationType: { } type } => ActivatorUtilities.CreateInstance(provider, type),
        { ImplementationFactory: { } factory } => factory(provider),
        { ImplementationInstance: { } instance } => instance,
        { ImplementationType: { } type } => ActivatorUtilities.CreateInstance(provider, type),
        _ => throw new InvalidOperationException($"{inner.ServiceType.Name} is registered in a way that nobody foresaw."),
    };
}
