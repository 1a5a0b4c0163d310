using System.CommandLine;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Commands;

/// <summary>One run of one command: what was given, and where the answer goes.</summary>
internal sealed class Call(ParseResult given, GlobalOptions options, Terminal terminal)
{
    public Terminal Terminal => terminal;

    public bool WantsJson => given.GetValue(options.Json);

    public DateTimeOffset Now => terminal.Clock.GetUtcNow();

    public T? Get<T>(Option<T> option) => given.GetValue(option);

    public T? Get<T>(Argument<T> argument) => given.GetValue(argument);

    /// <summary>The owner the caller named, by option or environment; null when neither.</summary>
    public OwnerId? NamedOwner(Option<OwnerId?> option) => Get(option) ?? FromEnvironment<OwnerId>("SQUIRREL_OWNER", OwnerId.TryParse);

    /// <exception cref="ClusterUnreachableException">Nobody answers.</exception>
    public Task<ClusterConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var address = Get(options.Cluster) ?? FromEnvironment<ClusterAddress>("SQUIRREL_CLUSTER", ClusterAddress.TryParse);
        if (address is null && !ClusterAddress.TryParse(ClusterAddress.Default, out address, out var problem))
            throw new CallerMistakeException(problem);
        return ClusterConnection.OpenAsync(address, Get(options.ClusterId) ?? NotEmpty("SQUIRREL_CLUSTER_ID") ?? ClusterDefaults.ClusterId, terminal.Clock, cancellationToken);
    }

    public void AnswerJson<T>(T shape) => terminal.Out.WriteLine(JsonShapes.Write(shape));

    private T? FromEnvironment<T>(string name, TryRead<T> tryRead)
        where T : class
    {
        if (NotEmpty(name) is not { } text)
            return null;
        return tryRead(text, out var value, out var problem) ? value : throw new CallerMistakeException($"{name}: {problem}");
    }

    private string? NotEmpty(string name) => terminal.Environment(name) is { Length: > 0 } text ? text : null;
}
