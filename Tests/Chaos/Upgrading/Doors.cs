using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using UptimeSquirrel.Chaos.Figures;
using UptimeSquirrel.Chaos.Parts;

namespace UptimeSquirrel.Chaos.Upgrading;

/// <summary>Asks every silo the same questions all along, over HTTP. Only the one that is just being replaced may not answer.</summary>
internal sealed class Doors(IReadOnlyList<SiloUnit> silos, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = _patience };
    private readonly List<(string Path, string? Key)> _questions = [];
    private readonly ConcurrentQueue<string> _unanswered = new();
    private volatile int _replacing;
    private int _asked;

    /// <summary>Adds a question that is answered with 200.</summary>
    public void Add(string path, string? key = null) => _questions.Add((path, key));

    /// <summary>Which silo is away, from 1; 0 = none.</summary>
    public void Replacing(int silo) => _replacing = silo;

    /// <summary>Asks every silo everything once; what is said by those who do not answer as they should.</summary>
    public async Task<IReadOnlyList<string>> AskAllAsync()
    {
        var problems = new List<string>();
        foreach (var silo in silos)
            foreach (var (path, key) in _questions)
                if (await AskAsync(silo, path, key) is { } problem)
                    problems.Add(problem);
        return problems;
    }

    public Task AskOnAsync(CancellationToken over) => Task.WhenAll(silos.Select(silo => AskOnAsync(silo, over)));

    public Figure Figure() => new(
        "questions over HTTP that a silo did not answer", "0, but for the one being replaced", string.Create(CultureInfo.InvariantCulture, $"{_unanswered.Count} of {_asked}"), [.. _unanswered]);

    public void Dispose() => _http.Dispose();

    private async Task AskOnAsync(SiloUnit silo, CancellationToken over)
    {
        while (!over.IsCancellationRequested && _questions.Count > 0)
            foreach (var (path, key) in _questions)
            {
                var before = _replacing;
                if (before == silo.Number)
                {
                    await Task.Delay(_pause, clock, CancellationToken.None);
                    continue;
                }

                if (await AskAsync(silo, path, key) is { } problem && _replacing != silo.Number)
                    _unanswered.Enqueue(problem);
                Interlocked.Increment(ref _asked);
                await Task.Delay(_pause, clock, CancellationToken.None);
            }
    }

    private async Task<string?> AskAsync(SiloUnit silo, string path, string? key)
    {
        var shown = path.StartsWith("/ping/", StringComparison.Ordinal) ? "/ping/…" : path;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, silo.Http + path);
            request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
            using var answer = await _http.SendAsync(request);
            return answer.StatusCode == HttpStatusCode.OK ? null : $"{clock.GetUtcNow():HH:mm:ss.fff} silo {silo.Number} answered {(int)answer.StatusCode} to {shown}: {Start(await answer.Content.ReadAsStringAsync())}";
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return $"{clock.GetUtcNow():HH:mm:ss.fff} silo {silo.Number} did not answer {shown}: {e.Message}";
        }
    }

    private static string Start(string text) => text.Length > 200 ? text[..200] : text;
}
