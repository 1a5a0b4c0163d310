using UptimeSquirrel.Benchmarks.Measuring;

namespace UptimeSquirrel.Benchmarks.Approaches;

/// <summary>One piece of the work that the approaches share out. All of them do the same.</summary>
internal sealed class Work : IDisposable
{
    /// <summary>How long one look may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan _nap = TimeSpan.FromMilliseconds(100);
    private const int Numbers = 400_000;

    private readonly HttpMessageInvoker _http = BareClient.Create();

    /// <summary>Looks at one website while the thread waits.</summary>
    /// <returns>Whether it answered well.</returns>
    public bool Look(string url)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var request = new HttpRequestMessage(HttpMethod.Head, url);
        try
        {
            using var response = _http.Send(request, patience.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The same, while the thread does something else.</summary>
    public async Task<bool> LookAsync(string url)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var request = new HttpRequestMessage(HttpMethod.Head, url);
        try
        {
            using var response = await _http.SendAsync(request, patience.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Only sleeps: waiting that needs no processor.</summary>
    public static bool Nap()
    {
        using var never = new ManualResetEventSlim();
        return !never.Wait(_nap);
    }

    /// <summary>Only calculates, in a slow way: work that needs nothing but a processor.</summary>
    public static bool Crunch()
    {
        var primes = 0;
        for (var number = 2; number < Numbers; number++)
        {
            var isPrime = true;
            for (var divisor = 2; divisor * divisor <= number && isPrime; divisor++)
                isPrime = number % divisor != 0;
            primes += isPrime ? 1 : 0;
        }

        return primes > 0;
    }

    /// <summary>What a workload does with one item, by its name.</summary>
    public Func<string, bool> Named(string workload) => workload switch
    {
        "look" => Look,
        "nap" => _ => Nap(),
        "crunch" => _ => Crunch(),
        _ => throw new ArgumentException($"There is no workload '{workload}': expected look, nap or crunch.", nameof(workload)),
    };

    public void Dispose() => _http.Dispose();
}
