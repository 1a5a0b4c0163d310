using System.IO.Compression;
using System.Text;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Probing;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Looks;

/// <summary>Websites with pages, and looks at them with settings.</summary>
internal static class SiteWith
{
    public static Func<Conversation, Task> Page(string text, string headers = "") => Page(Encoding.UTF8.GetBytes(text), headers);

    public static Func<Conversation, Task> Page(byte[] bytes, string headers = "") => async conversation =>
    {
        await conversation.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {bytes.Length}\r\n{headers}Connection: close\r\n\r\n");
        if (conversation.Method != "HEAD")
            await conversation.SendAsync(bytes);
        await conversation.HangAsync();
    };

    /// <summary>Sends these bytes over and over.</summary>
    public static Func<Conversation, Task> Endless(string headers, byte[] bytes, byte[]? start = null) => async conversation =>
    {
        await conversation.SendAsync($"HTTP/1.1 200 OK\r\n{headers}Connection: close\r\n\r\n");
        await conversation.SendAsync(start ?? []);
        while (true)
            await conversation.SendAsync(bytes);
    };

    /// <summary>Sends this over and over, with a pause each time.</summary>
    public static Func<Conversation, Task> Drip(string headers, string again) => async conversation =>
    {
        await conversation.SendAsync($"HTTP/1.1 200 OK\r\n{headers}Connection: close\r\n\r\n");
        while (true)
        {
            await conversation.SendAsync(again);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, conversation.Closing);
        }
    };

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Brotli(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
            brotli.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>Looks at it, with HEAD, GET or POST as the settings want it.</summary>
    public static async Task<CheckResult> LookAsync(this LocalWebsite site, LookSettings settings, TimeSpan? budget = null, string accept = "200-399")
    {
        using var probe = Probes.To(Probes.Anywhere, ("shop.example", "127.0.0.1"), ("other.example", "127.0.0.1"));
        var url = WebsiteUrl.Parse($"{site.Url.ToUri().Scheme}://shop.example:{site.Port}/");
        var request = new CheckRequest(url, budget ?? Probes.Patient, LookRules.FirstMethod(settings, hasRefusedHead: false))
        {
            Settings = settings,
            Accept = AcceptedStatuses.Parse(accept),
        };
        return await probe.LookAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The sentence that a look comes to; null when the website is up.</summary>
    public static string? SentenceOf(CheckResult result) => VerdictRules.Judge(result, AcceptedStatuses.Default).Problem?.Sentence;
}
