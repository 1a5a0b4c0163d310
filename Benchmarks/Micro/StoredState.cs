using BenchmarkDotNet.Attributes;
using Orleans.Storage;
using UptimeSquirrel.Grains.Websites;

namespace UptimeSquirrel.Benchmarks.Micro;

/// <summary>A website's state to and from the JSON that is in the database: once when it comes into memory, and then when its standing changes.</summary>
public class StoredState
{
    private readonly StoredWebsite _website = new() { Website = Sample.Up };
    private IHost? _host;
    private IGrainStorageSerializer? _serializer;
    private BinaryData _stored = new("");

    /// <summary>Takes the serializer from a silo that is not started.</summary>
    [GlobalSetup]
    public void Start()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.UseOrleans(silo => silo.UseLocalhostClustering().UseSystemTextJsonGrainStorageSerializer());
        _host = builder.Build();
        _serializer = _host.Services.GetRequiredService<IGrainStorageSerializer>();
        _stored = _serializer.Serialize(_website);
    }

    /// <summary>Lets go of it.</summary>
    [GlobalCleanup]
    public void End() => _host!.Dispose();

    /// <summary>To the database.</summary>
    [Benchmark]
    public int Serialize() => _serializer!.Serialize(_website).ToMemory().Length;

    /// <summary>From the database.</summary>
    [Benchmark]
    public object Deserialize() => _serializer!.Deserialize<StoredWebsite>(_stored)!;
}
