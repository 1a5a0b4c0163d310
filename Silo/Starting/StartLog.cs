namespace UptimeSquirrel.Silo.Starting;

/// <summary>
/// Keeps the framework from logging a failed start with stack traces, several times over: it becomes one sentence.
/// Whoever wants the stack sets <c>Logging:LogLevel:Default</c> to Debug.
/// </summary>
internal sealed class StartLog
{
    private static readonly string[] _reporters =
    [
        "Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Hosting.Diagnostics", "Orleans",
    ];

    private volatile LogLevel _limit = LogLevel.Error;

    /// <summary>From now on errors are logged as they are everywhere.</summary>
    public void Started() => _limit = LogLevel.None;

    /// <summary>From now on they say nothing: taking down what half stands breaks in its own ways.</summary>
    public void Failed() => _limit = LogLevel.Trace;

    public void Quieten(ILoggingBuilder logging, IConfiguration configuration)
    {
        if (configuration["Logging:LogLevel:Default"] is { } level && (level.Equals("Debug", StringComparison.OrdinalIgnoreCase) || level.Equals("Trace", StringComparison.OrdinalIgnoreCase)))
            return;
        foreach (var reporter in _reporters)
        {
            var least = Enum.TryParse<LogLevel>(configuration[$"Logging:LogLevel:{reporter.Split('.')[0]}"], ignoreCase: true, out var set) ? set : LogLevel.Warning;
            logging.AddFilter(reporter, weight => weight >= least && weight < _limit);
        }
    }
}
