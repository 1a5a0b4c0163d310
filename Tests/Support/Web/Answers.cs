namespace UptimeSquirrel.Tests.Support.Web;

/// <summary>What a <see cref="LocalWebsite"/> can do with a request. Each is a script for one connection whose request has been read.</summary>
public static class Answers
{
    public static Func<Conversation, Task> Ok => Status(200);

    /// <summary>A complete answer with this status and no body.</summary>
    public static Func<Conversation, Task> Status(int status, string text = "Whatever") =>
        Raw($"HTTP/1.1 {status} {text}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    /// <summary>405 to HEAD, this to everything else.</summary>
    public static Func<Conversation, Task> RefuseHead(Func<Conversation, Task> otherwise) =>
        conversation => (conversation.Method == "HEAD" ? Status(405) : otherwise)(conversation);

    /// <summary>A redirect to wherever.</summary>
    public static Func<Conversation, Task> Redirect(string location, int status = 301) =>
        Raw($"HTTP/1.1 {status} Moved\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    /// <summary>A redirect back to the same page.</summary>
    public static Func<Conversation, Task> RedirectLoop => conversation => Redirect(conversation.Path)(conversation);

    /// <summary>This many redirects in a row, /1 to /2 and so on, then 200.</summary>
    public static Func<Conversation, Task> RedirectChain(int length) => conversation =>
    {
        var step = int.TryParse(conversation.Path.AsSpan(1), out var number) ? number : 0;
        return (step < length ? Redirect($"/{step + 1}") : Ok)(conversation);
    };

    /// <summary>Takes the request and never answers.</summary>
    public static Func<Conversation, Task> Hang => conversation => conversation.HangAsync();

    /// <summary>Takes the request and breaks the connection.</summary>
    public static Func<Conversation, Task> Reset => conversation =>
    {
        conversation.Reset();
        return Task.CompletedTask;
    };

    /// <summary>Something that is not HTTP.</summary>
    public static Func<Conversation, Task> Garbage => Raw("\0\u0001\u0002 this is not a web server\r\n\r\n");

    /// <summary>An endless answer, one byte at a time.</summary>
    public static Func<Conversation, Task> SlowDrip(TimeSpan pause) => async conversation =>
    {
        await conversation.SendAsync("HTTP/1.1 200 OK\r\nX-Slow: ");
        while (true)
        {
            await conversation.SendAsync("z");
            await Task.Delay(pause, TimeProvider.System, conversation.Closing);
        }
    };

    /// <summary>Exactly these characters; then it waits for the client to hang up.</summary>
    public static Func<Conversation, Task> Raw(string text) => async conversation =>
    {
        await conversation.SendAsync(text);
        await conversation.HangAsync();
    };

    /// <summary>Exactly these characters; then it hangs up.</summary>
    public static Func<Conversation, Task> RawAndHangUp(string text) => async conversation =>
    {
        await conversation.SendAsync(text);
        conversation.HangUp();
        await conversation.HangAsync();
    };

    /// <summary>These characters over and over, until the client has had enough.</summary>
    public static Func<Conversation, Task> Endless(string start, string again) => async conversation =>
    {
        await conversation.SendAsync(start);
        while (true)
            await conversation.SendAsync(again);
    };
}
