using System.Net;

namespace UptimeSquirrel.Silo.Health;

/// <summary>
/// <c>--health</c>: asks the silo that runs on this machine with these settings whether it is ready, and ends with 0 or 1. A container has nothing
/// else to ask with.
/// </summary>
internal static class HealthQuestion
{
    public const string Argument = "--health";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<int> AskAsync(Uri url, TimeProvider clock)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Reachable(url), "/readyz"));
        try
        {
            using var answer = await http.SendAsync(request, patience.Token);
            Console.WriteLine(await answer.Content.ReadAsStringAsync(patience.Token));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            Console.Error.WriteLine($"No silo answers at {request.RequestUri}: {e.Message}");
            return 1;
        }
    }

    // "Every address" is where to listen, not whom to ask.
    private static Uri Reachable(Uri url) => new UriBuilder(url)
    {
        Host = IPAddress.TryParse(url.DnsSafeHost, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)) ? "localhost" : url.Host,
    }.Uri;
}
