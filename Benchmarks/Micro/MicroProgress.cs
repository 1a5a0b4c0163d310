using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Running;

namespace UptimeSquirrel.Benchmarks.Micro;

/// <summary>Says what is measured now, for somebody who waits for the table.</summary>
internal sealed class MicroProgress : EventProcessor
{
    public override void OnStartRunBenchmark(BenchmarkCase benchmarkCase) => Console.WriteLine($"measuring {benchmarkCase.Descriptor.GetFilterName()} {benchmarkCase.Parameters.DisplayInfo}".TrimEnd());
}
