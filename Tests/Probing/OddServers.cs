using UptimeSquirrel.Checks;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Probing;

/// <summary>What a server may do to whoever asks it, and what that is called. A number is the status that was answered.</summary>
internal static class OddServers
{
    private const string Done = "Connection: close\r\n\r\n";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static readonly Dictionary<string, (Func<Conversation, Task> Script, object Expected)> All = new()
    {
        // Odd, but an answer.
        ["status line without words"] = (Answers.Raw("HTTP/1.1 200\r\n" + Done), 200),
        ["status line with an empty phrase"] = (Answers.Raw("HTTP/1.1 200 \r\n" + Done), 200),
        ["HTTP/1.0"] = (Answers.Raw("HTTP/1.0 200 OK\r\n\r\n"), 200),
        ["HEAD answered with a body"] = (Answers.Raw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello"), 200),
        ["HEAD answered with an endless body"] = (Answers.Endless("HTTP/1.1 200 OK\r\n\r\n", new string('b', 8192)), 200),
        ["HEAD answered with a broken chunked body"] = (Answers.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n"), 200),
        ["bare line feeds"] = (Answers.Raw("HTTP/1.1 200 OK\nContent-Length: 0\n\n"), 200),
        ["headers byte by byte"] = (DripAsync("HTTP/1.1 204 No Content\r\nX: y\r\n\r\n"), 204),
        ["one early hint"] = (Answers.Raw("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n" + Done), 200),
        ["an unasked-for continue"] = (Answers.Raw("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n" + Done), 200),
        ["switching protocols"] = (Answers.Raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"), 101),
        ["a status nobody knows"] = (Answers.Raw("HTTP/1.1 799 Odd\r\n" + Done), 799),
        ["negative content length"] = (Answers.Raw("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n" + Done), 200),
        ["a huge content length"] = (Answers.Raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n" + Done), 200),
        ["two different content lengths"] = (Answers.Raw("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n" + Done), 200),
        ["compressed, it says"] = (Answers.Raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n" + Done), 200),
        ["cookies by the dozen"] = (Answers.Raw("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("Set-Cookie: a=b\r\n", 50)) + Done), 200),
        ["401 with a broken challenge"] = (Answers.Raw("HTTP/1.1 401 Who\r\nWWW-Authenticate: ,,=\r\n" + Done), 401),
        ["60 kB of headers"] = (Answers.Raw("HTTP/1.1 200 OK\r\nX: " + new string('x', 60_000) + "\r\n" + Done), 200),
        ["304 with a Location"] = (Answers.Raw("HTTP/1.1 304 Not Modified\r\nLocation: /x\r\n" + Done), 304),
        ["300 without a Location"] = (Answers.Raw("HTTP/1.1 300 Choose\r\n" + Done), 300),
        ["answers and resets"] = (AnswerAndResetAsync, 200),

        // Not an answer.
        ["hangs up at once"] = (HangUp, FailureKind.ConnectionBroken),
        ["resets at once"] = (Answers.Reset, FailureKind.ConnectionBroken),
        ["hangs up in the status line"] = (Answers.RawAndHangUp("HTTP/1.1 20"), FailureKind.ConnectionBroken),
        ["hangs up in the headers"] = (Answers.RawAndHangUp("HTTP/1.1 200 OK\r\nContent-Le"), FailureKind.ConnectionBroken),
        ["hangs up after an early hint"] = (Answers.RawAndHangUp("HTTP/1.1 103 Early Hints\r\n\r\n"), FailureKind.ConnectionBroken),
        ["garbage"] = (Answers.Garbage, FailureKind.BadAnswer),
        ["HTTP/0.9"] = (Answers.RawAndHangUp("<html>Hello, this is a page from long ago.</html>\r\n"), FailureKind.BadAnswer),
        ["HTTP/2 without being asked"] = (Answers.Raw("\0\0\u0012\u0004\0\0\0\0\0\0\u0003\0\0\0d\0\u0004\0\u0010\0\0\r\n"), FailureKind.BadAnswer),
        ["an SSH server"] = (Answers.Raw("SSH-2.0-OpenSSH_9.6\r\n"), FailureKind.BadAnswer),
        ["a mail server"] = (Answers.Raw("220 mail.example ESMTP\r\n"), FailureKind.BadAnswer),
        ["a version nobody knows"] = (Answers.Raw("HTTP/9.9 200 OK\r\n\r\n"), FailureKind.BadAnswer),
        ["a status of two digits"] = (Answers.Raw("HTTP/1.1 20 OK\r\n\r\n"), FailureKind.BadAnswer),
        ["a status of letters"] = (Answers.Raw("HTTP/1.1 abc OK\r\n\r\n"), FailureKind.BadAnswer),
        ["a header without a colon"] = (Answers.Raw("HTTP/1.1 200 OK\r\nnonsense\r\n\r\n"), FailureKind.BadAnswer),
        ["a header without a name"] = (Answers.Raw("HTTP/1.1 200 OK\r\n: x\r\n\r\n"), FailureKind.BadAnswer),
        ["an endless header"] = (Answers.Endless("HTTP/1.1 200 OK\r\nX: ", new string('x', 8192)), FailureKind.BadAnswer),
        ["endless headers"] = (Answers.Endless("HTTP/1.1 200 OK\r\n", "X-Again: and again\r\n"), FailureKind.BadAnswer),
        ["an endless status line"] = (Answers.Endless("HTTP/1.1 200 ", new string('O', 8192)), FailureKind.BadAnswer),
        ["a flood of early hints"] = (Answers.Endless("", Hints(100)), FailureKind.BadAnswer),
        ["a flood of zeros"] = (Answers.Endless("", new string('\0', 8192)), FailureKind.BadAnswer),

        // Never an answer.
        ["silence"] = (Answers.Hang, FailureKind.AnswerTimeout),
        ["half a status line"] = (Answers.Raw("HTTP/1.1 2"), FailureKind.AnswerTimeout),
        ["a status line and no more"] = (Answers.Raw("HTTP/1.1 200 OK\r\n"), FailureKind.AnswerTimeout),
        ["an early hint and no more"] = (Answers.Raw("HTTP/1.1 103 Early Hints\r\n\r\n"), FailureKind.AnswerTimeout),
        ["a slow drip"] = (Answers.SlowDrip(Pause), FailureKind.AnswerTimeout),
        ["a slow drip of early hints"] = (SlowHintsAsync, FailureKind.AnswerTimeout),

        // Led astray.
        ["a loop"] = (Answers.RedirectLoop, FailureKind.RedirectLoop),
        ["six redirects"] = (Answers.RedirectChain(6), FailureKind.TooManyRedirects),
        ["five redirects"] = (Answers.RedirectChain(5), 200),
        ["301 without a Location"] = (Answers.Status(301), FailureKind.BadRedirect),
        ["302 to an empty Location"] = (Answers.Redirect("", 302), FailureKind.BadRedirect),
        ["a redirect to a file"] = (Answers.Redirect("file:///etc/passwd"), FailureKind.BadRedirect),
        ["a redirect to a script"] = (Answers.Redirect("javascript:alert(1)"), FailureKind.BadRedirect),
        ["a redirect to gopher"] = (Answers.Redirect("gopher://127.0.0.1:6379/_x"), FailureKind.BadRedirect),
        ["a redirect to no host"] = (Answers.Redirect("http://"), FailureKind.BadRedirect),
        ["a redirect to port 0"] = (Answers.Redirect("http://127.0.0.1:0/"), FailureKind.BadRedirect),
        ["a redirect to a bad port"] = (Answers.Redirect("http://127.0.0.1:99999/"), FailureKind.BadRedirect),
        ["a redirect of 20 kB"] = (Answers.Redirect("/" + new string('a', 20_000)), FailureKind.BadRedirect),
        ["a redirect to a name that is not there"] = (Answers.Redirect("http://nowhere.example/"), FailureKind.NameNotFound),
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
