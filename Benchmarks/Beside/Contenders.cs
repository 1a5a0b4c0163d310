namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>Everybody who can be compared.</summary>
internal static class Contenders
{
    private static readonly Dictionary<string, Func<IContender>[]> _others = new()
    {
        ["zabbix"] = [() => new ZabbixContender()],
        ["prometheus"] = [() => new PrometheusContender()],
        ["celery"] = [() => new CeleryContender()],
        ["python"] = [() => new PythonContender("threads"), () => new PythonContender("gevent")],
    };

    public static IReadOnlyCollection<string> Names => _others.Keys;

    /// <summary>Those of a plan, in the order of the table. Each is made when it is its turn.</summary>
    public static IEnumerable<Func<IContender>> Of(BesidePlan plan) =>
        [() => new BareContender(), () => new ProductContender(), .. plan.With.Distinct().SelectMany(name => _others[name])];
}
