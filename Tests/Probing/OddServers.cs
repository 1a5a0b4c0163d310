using UptimeSquirrel.Checks;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Probing;

/// <summary>What a server may do to whoever asks it, and what that is called. A number is the status that was answered.</summary>
internal static class OddServers
{
    private const string Done = "Connection: close\r\n\r\n";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static readonly Dictionary<string, OddServer> All = new()
    {
        // Odd, but an answer.
        ["status line without words"] = new(Answers.Raw("HTTP/1.1 200\r\n" + Done), 200),
        ["status line with an empty phrase"] = new(Answers.Raw("HTTP/1.1 200 \r\n" + Done), 200),
        ["HTTP/1.0"] = new(Answers.Raw("HTTP/1.0 200 OK\r\n\r\n"), 200),
        ["HEAD answered with a body"] = new(Answers.Raw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello"), 200),
        ["HEAD answered with an endless body"] = new(Answers.Endless("HTTP/1.1 200 OK\r\n\r\n", new string('b', 8192)), 200),
        ["HEAD answered with a broken chunked body"] = new(Answers.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n"), 200),
        ["bare line feeds"] = new(Answers.Raw("HTTP/1.1 200 OK\nContent-Length: 0\n\n"), 200),
        ["headers byte by byte"] = new(DripAsync("HTTP/1.1 204 No Content\r\nX: y\r\n\r\n"), 204),
        ["one early hint"] = new(Answers.Raw("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n" + Done), 200),
        ["an unasked-for continue"] = new(Answers.Raw("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n" + Done), 200),
        ["switching protocols"] = new(Answers.Raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"), 101),
        ["a status nobody knows"] = new(Answers.Raw("HTTP/1.1 799 Odd\r\n" + Done), 799),
        ["negative content length"] = new(Answers.Raw("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n" + Done), 200),
        ["a huge content length"] = new(Answers.Raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n" + Done), 200),
        ["two different content lengths"] = new(Answers.Raw("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n" + Done), 200),
        ["compressed, it says"] = new(Answers.Raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n" + Done), 200),
        ["cookies by the dozen"] = new(Answers.Raw("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("Set-Cookie: a=b\r\n", 50)) + Done), 200),
        ["401 with a broken challenge"] = new(Answers.Raw("HTTP/1.1 401 Who\r\nWWW-Authenticate: ,,=\r\n" + Done), 401),
        ["60 kB of headers"] = new(Answers.Raw("HTTP/1.1 200 OK\r\nX: " + new string('x', 60_000) + "\r\n" + Done), 200),
        ["304 with a Location"] = new(Answers.Raw("HTTP/1.1 304 Not Modified\r\nLocation: /x\r\n" + Done), 304),
        ["300 without a Location"] = new(Answers.Raw("HTTP/1.1 300 Choose\r\n" + Done), 300),
        ["a gzip bomb"] = new(Answers.Endless("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 99999999\r\n\r\n", "\u001f\u008b\b" + new string('\0', 8192)), 200),
        ["a page that says no to HEAD only"] = new(Answers.RefuseHead(Answers.Ok), 200),
        ["a header with control characters"] = new(Answers.Raw("HTTP/1.1 200 OK\r\nX: \u001b[2J\u0007\r\n" + Done), 200),
        ["a thousand headers"] = new(Answers.Raw("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Range(0, 1000).Select(i => $"X-{i}: y\r\n")) + Done), 200),

        // Not the website's answer.
        ["a Cloudflare challenge"] = new(Answers.Raw("HTTP/1.1 403 Forbidden\r\ncf-mitigated: challenge\r\n" + Done), FailureKind.CheckBlocked),
        ["an AWS challenge"] = new(Answers.Raw("HTTP/1.1 202 Accepted\r\nX-Amzn-Waf-Action: challenge\r\n" + Done), FailureKind.CheckBlocked),
        ["an AWS puzzle"] = new(Answers.Raw("HTTP/1.1 405 Method Not Allowed\r\nx-amzn-waf-action: captcha\r\n" + Done), FailureKind.CheckBlocked),

        ["answers and resets"] = new(AnswerAndResetAsync, 200),

        // Not an answer.
        ["hangs up at once"] = new(HangUp, FailureKind.ConnectionBroken),
        ["resets at once"] = new(Answers.Reset, FailureKind.ConnectionBroken),
        ["hangs up in the status line"] = new(Answers.RawAndHangUp("HTTP/1.1 20"), FailureKind.ConnectionBroken),
        ["hangs up in the headers"] = new(Answers.RawAndHangUp("HTTP/1.1 200 OK\r\nContent-Le"), FailureKind.ConnectionBroken),
        ["hangs up after an early hint"] = new(Answers.RawAndHangUp("HTTP/1.1 103 Early Hints\r\n\r\n"), FailureKind.ConnectionBroken),
        ["garbage"] = new(Answers.Garbage, FailureKind.BadAnswer),
        ["HTTP/0.9"] = new(Answers.RawAndHangUp("<html>Hello, this is a page from long ago.</html>\r\n"), FailureKind.BadAnswer),
        ["HTTP/2 without being asked"] = new(Answers.Raw("\0\0\u0012\u0004\0\0\0\0\0\0\u0003\0\0\0d\0\u0004\0\u0010\0\0\r\n"), FailureKind.BadAnswer),
        ["an SSH server"] = new(Answers.Raw("SSH-2.0-OpenSSH_9.6\r\n"), FailureKind.BadAnswer),
        ["a mail server"] = new(Answers.Raw("220 mail.example ESMTP\r\n"), FailureKind.BadAnswer),
        ["a version nobody knows"] = new(Answers.Raw("HTTP/9.9 200 OK\r\n\r\n"), FailureKind.BadAnswer),
        ["a status of two digits"] = new(Answers.Raw("HTTP/1.1 20 OK\r\n\r\n"), FailureKind.BadAnswer),
        ["a status below 100"] = new(Answers.Raw("HTTP/1.1 099 Odd\r\n" + Done), FailureKind.BadAnswer),
        ["a status of letters"] = new(Answers.Raw("HTTP/1.1 abc OK\r\n\r\n"), FailureKind.BadAnswer),
        ["a header without a colon"] = new(Answers.Raw("HTTP/1.1 200 OK\r\nnonsense\r\n\r\n"), FailureKind.BadAnswer),
        ["a header without a name"] = new(Answers.Raw("HTTP/1.1 200 OK\r\n: x\r\n\r\n"), FailureKind.BadAnswer),
        ["an endless header"] = new(Answers.Endless("HTTP/1.1 200 OK\r\nX: ", new string('x', 8192)), FailureKind.BadAnswer),
        ["endless headers"] = new(Answers.Endless("HTTP/1.1 200 OK\r\n", "X-Again: and again\r\n"), FailureKind.BadAnswer),
        ["an endless status line"] = new(Answers.Endless("HTTP/1.1 200 ", new string('O', 8192)), FailureKind.BadAnswer),
        ["a flood of early hints"] = new(Answers.Endless("", Hints(100)), FailureKind.BadAnswer),
        ["a flood of zeros"] = new(Answers.Endless("", new string('\0', 8192)), FailureKind.BadAnswer),

        // Never an answer.
        ["silence"] = new(Answers.Hang, FailureKind.AnswerTimeout),
        ["half a status line"] = new(Answers.Raw("HTTP/1.1 2"), FailureKind.AnswerTimeout),
        ["a status line and no more"] = new(Answers.Raw("HTTP/1.1 200 OK\r\n"), FailureKind.AnswerTimeout),
        ["an early hint and no more"] = new(Answers.Raw("HTTP/1.1 103 Early Hints\r\n\r\n"), FailureKind.AnswerTimeout),
        ["a slow drip"] = new(Answers.SlowDrip(Pause), FailureKind.AnswerTimeout),
        ["a slow drip of early hints"] = new(SlowHintsAsync, FailureKind.AnswerTimeout),

        // Led astray.
        ["a loop"] = new(Answers.RedirectLoop, FailureKind.RedirectLoop),
        ["six redirects"] = new(Answers.RedirectChain(6), FailureKind.TooManyRedirects),
        ["five redirects"] = new(Answers.RedirectChain(5), 200),
        ["301 without a Location"] = new(Answers.Status(301), FailureKind.BadRedirect),
        ["302 to an empty Location"] = new(Answers.Redirect("", 302), FailureKind.BadRedirect),
        ["a redirect to a file"] = new(Answers.Redirect("file:///etc/passwd"), FailureKind.BadRedirect),
        ["a redirect to a file that is hard to read"] = new(Answers.Redirect("file:////\u202e/~"), FailureKind.BadRedirect),
        ["a redirect to a script"] = new(Answers.Redirect("javascript:alert(1)"), FailureKind.BadRedirect),
        ["a redirect to gopher"] = new(Answers.Redirect("gopher://127.0.0.1:6379/_x"), FailureKind.BadRedirect),
        ["a redirect to no host"] = new(Answers.Redirect("http://"), FailureKind.BadRedirect),
        ["a redirect to port 0"] = new(Answers.Redirect("http://127.0.0.1:0/"), FailureKind.BadRedirect),
        ["a redirect to a bad port"] = new(Answers.Redirect("http://127.0.0.1:99999/"), FailureKind.BadRedirect),
        ["a redirect of 20 kB"] = new(Answers.Redirect("/" + new string('a', 20_000)), FailureKind.BadRedirect),
        ["a redirect to a name that is not there"] = new(Answers.Redirect("http://nowhere.example/"), FailureKind.NameNotFound),
    };

    private static string Hints(int count) => string.Concat(Enumerable.Repeat("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n", count));

    private static Task HangUp(Conversation conversation)
    {
        conversation.HangUp();
        return conversation.HangAsync();
    }

    private static async Task AnswerAndResetAsync(Conversation conversation)
    {
        await conversation.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        conversation.HangUp();
        await conversation.HangAsync();
        conversation.Reset();
    }

    private static Func<Conversation, Task> DripAsync(string text) => async conversation =>
    {
        foreach (var character in text)
            await conversation.SendAsync(character.ToString());
        await conversation.HangAsync();
    };

    private static async Task SlowHintsAsync(Conversation conversation)
    {
        while (true)
        {
            await conversation.SendAsync(Hints(1));
            await Task.Delay(Pause, TimeProvider.System, conversation.Closing);
        }
    }
}
