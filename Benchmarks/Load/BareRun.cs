using System.Globalization;
using UptimeSquirrel.Benchmarks.Measuring;
using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>The same requests at the same pace with the bare HTTP client: what a check is compared with.</summary>
internal static class BareRun
{
    public const string Command = "bare";
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _pace = TimeSpan.FromMilliseconds(5);

    /// <summary>Has a process of its own do it.</summary>
    /// <returns>Seconds of processor time for a thousand requests.</returns>
    public static async Task<double> StartAsync(TargetProcess targets, int websites, double perSecond, TimeSpan length, CancellationToken cancellationToken)
    {
        using var process = Ourselves.Start(Command, "--port", targets.Port, "--websites", websites, "--per-second", (int)perSecond, "--seconds", (int)length.TotalSeconds);
        var answer = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }

    public static async Task<int> RunAsync(int port, int websites, int perSecond, TimeSpan length)
    {
        using var http = BareClient.Create();
        var urls = Enumerable.Range(0, Math.Min(websites, 20_000)).Select(number => new Uri(TargetProcess.UrlOf(number, port))).ToArray();
        await AskAsync(http, urls, perSecond, _warmUp);
        var before = Environment.CpuUsage.TotalTime;
        var asked = await AskAsync(http, urls, perSecond, length);
        Console.WriteLine(((Environment.CpuUsage.TotalTime - before).TotalSeconds / asked * 1000).ToString("0.0000", CultureInfo.InvariantCulture));
        return 0;
    }

    // A few requests begin together every few milliseconds; what could not begin in time is made up for.
    private static async Task<int> AskAsync(HttpMessageInvoker http, Uri[] urls, int perSecond, TimeSpan length)
    {
        var (asked, under) = (0, new List<Task>());
        var began = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(_pace, TimeProvider.System);
        while (TimeProvider.System.GetElapsedTime(began) is var gone && gone < length && await timer.WaitForNextTickAsync())
        {
            for (var due = (int)(gone.TotalSeconds * perSecond); asked < due; asked++)
                under.Add(AskAsync(http, urls[asked % urls.Length]));
            under.RemoveAll(task => task.IsCompletedSuccessfully);
        }

        await Task.WhenAll(under);
        return asked;
    }

    private static async Task AskAsync(HttpMessageInvoker http, Uri url)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10), TimeProvider.System);
        using var request = new HttpRequestMessage(HttpMethod.Head, url);
        try
        {
            using var response = await http.SendAsync(request, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // One of those that hang: the product meets it too.
        }
    }
}
