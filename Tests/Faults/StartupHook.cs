using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using UptimeSquirrel.Faults;

/// <summary>What the runtime calls before a program begins; it has to have this name, and no namespace.</summary>
internal sealed class StartupHook
{
    /// <summary>Waits for the silo to be put together, and wraps what it waits for.</summary>
    public static void Initialize() => DiagnosticListener.AllListeners.Subscribe(new Listeners());

    private sealed class Listeners : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilding", Value: IHostBuilder host })
                host.ConfigureServices(services => FaultyServices.Wrap(services, new FaultPoints(Environment.CurrentDirectory)));
        }

        public void OnCompleted() { }
        public void OnError(Exception error) { }
    }
}
