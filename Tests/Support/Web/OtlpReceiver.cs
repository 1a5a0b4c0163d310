using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace UptimeSquirrel.Tests.Support.Web;

/// <summary>A collector of OpenTelemetry on this machine: takes what is sent to it by OTLP over gRPC, and keeps it.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    // gRPC puts a byte for compression and four for the length before a message.
    private const int Frame = 5;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Service, byte[] Message)> _received = new();

    private OtlpReceiver(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>Metrics as they came: each with its name.</summary>
    public IEnumerable<string> Metrics => Of("MetricsService").SelectMany(request => request.At(1, 2, 2, 1)).Select(name => name.Text);

    /// <summary>Log records as they came.</summary>
    public IEnumerable<string> Logs => Of("LogsService").SelectMany(request => request.At(1, 2, 2, 5, 1)).Select(body => body.Text);

    /// <summary>Spans as they came.</summary>
    public IEnumerable<OtlpSpan> Spans => Of("TraceService").SelectMany(request => request.At(1, 2, 2)).Select(span => new OtlpSpan(Convert.ToHexString(span.At(1).Single().Bytes.Span), span.At(5).Single().Text));

    /// <summary>All that came, to search in.</summary>
    public string Everything => string.Concat(_received.Select(one => System.Text.Encoding.UTF8.GetString(one.Message)));

    /// <summary>What senders say of themselves: attributes of their resources, by name.</summary>
    public ILookup<string, string> Senders => _received.Select(one => new ProtoMessage(one.Message)).SelectMany(request => request.At(1, 1, 1))
        .ToLookup(attribute => attribute.At(1).Single().Text, attribute => attribute.At(2, 1).Select(value => value.Text).FirstOrDefault(""));

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IEnumerable<ProtoMessage> Of(string service) => _received.Where(one => one.Service.EndsWith(service, StringComparison.Ordinal)).Select(one => new ProtoMessage(one.Message));

    private async Task TakeAsync(HttpContext context)
    {
        using var message = new MemoryStream();
        await context.Request.Body.CopyToAsync(message);
        _received.Enqueue((context.Request.Path.Value!.Split('/')[1], message.ToArray()[Frame..]));
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[Frame]);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}

/// <summary>A span, and the trace it belongs to.</summary>
internal sealed record OtlpSpan(string Trace, string Name);
