using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace UptimeSquirrel.Benchmarks.Micro;

/// <summary>Has BenchmarkDotNet measure what a healthy check goes through, and shows one table of it.</summary>
internal static class MicroRun
{
    private static readonly Type[] _all = [typeof(Decision), typeof(JournalAppend), typeof(JournalBatch), typeof(StoredState)];

    /// <param name="filter">Only those with this in their name; null = all.</param>
    /// <param name="thorough">Whether it may take long.</param>
    public static int Run(string? filter, bool thorough)
    {
        var folder = Directory.CreateTempSubdirectory("uptimesquirrel-micro-").FullName;
        var log = Path.Combine(folder, "log.txt");
        using var logger = new StreamLogger(log);
        var summary = BenchmarkRunner.Run(_all, Settings(filter, thorough, folder).AddLogger(logger)).SingleOrDefault();
        logger.Flush();
        if (summary is null || summary.BenchmarksCases.Length == 0)
        {
            Console.Error.WriteLine($"No benchmark has '{filter}' in its name: expected a part of {string.Join(", ", _all.Select(type => type.Name))} or of what they measure.");
            return 2;
        }

        MarkdownExporter.Console.ExportToLog(summary, ConsoleLogger.Default);
        if (!summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success))
        {
            Directory.Delete(folder, recursive: true);
            return 0;
        }

        Console.Error.WriteLine($"Not all of them could be measured: {log} says why.");
        return 1;
    }

    // In this very process: a build of its own for each takes longer than what is measured.
    private static ManualConfig Settings(string? filter, bool thorough, string folder)
    {
        var settings = ManualConfig.CreateEmpty()
            .AddJob((thorough ? Job.Default : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Params, DefaultColumnProviders.Statistics, DefaultColumnProviders.Metrics)
            .WithOrderer(new DefaultOrderer(SummaryOrderPolicy.Declared, MethodOrderPolicy.Declared))
            .AddEventProcessor(new MicroProgress())
            .WithOptions(ConfigOptions.JoinSummary)
            .WithArtifactsPath(folder);
        return filter is null ? settings : settings.AddFilter(new GlobFilter([filter.Contains('*', StringComparison.Ordinal) ? filter : $"*{filter}*"]));
    }
}
