using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace UptimeSquirrel.Tests.Support.Mail;

/// <summary>
/// A mail server on a real socket of this machine. It speaks the real dialogue, keeps every mail and misbehaves when asked:
/// <code>
/// await using var mail = await MailServer.StartAsync();
/// mail.AnswerAt(MailStep.Recipient, "550 5.1.1 No such user");
/// ...
/// var received = await mail.WaitForAsync(m => m.Subject.StartsWith("DOWN"));
/// </code>
/// </summary>
public sealed class MailServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<MailStep, Misbehaviour> misbehaviours = new();
    private readonly ConcurrentDictionary<MailStep, TaskCompletionSource> reached = new();
    private readonly ConcurrentDictionary<Task, TcpClient> connections = new();
    private readonly Lock gate = new();
    private readonly List<ReceivedMail> messages = [];
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;

    private MailServer(MailServerSetup setup) => Setup = setup;

    public MailServerSetup Setup { get; }

    public static string Host => "127.0.0.1";

    /// <summary>The port; it stays the same through <see cref="StopAsync"/> and <see cref="StartAgain"/>.</summary>
    public int Port { get; private set; }

    /// <summary>Every mail taken over so far, oldest first.</summary>
    public IReadOnlyList<ReceivedMail> Messages
    {
        get
        {
            lock (gate)
                return [.. messages];
        }
    }

    /// <summary>The most connections that were open at the same time.</summary>
    public int MostConnections { get; private set; }

    /// <summary>How many connections were ever made.</summary>
    public int ConnectionsMade { get; private set; }

    public static Task<MailServer> StartAsync(MailServerSetup? setup = null)
    {
        var server = new MailServer(setup ?? new MailServerSetup());
        server.StartAgain();
        return Task.FromResult(server);
    }

    /// <summary>At this step, says this instead of what is usual, until <see cref="BehaveAgain"/>.</summary>
    public void AnswerAt(MailStep step, string line) => misbehaviours[step] = new Misbehaviour(line);

    /// <summary>The same, but only to the client that comes to this step first.</summary>
    public void AnswerOnceAt(MailStep step, string line) => misbehaviours[step] = new Misbehaviour(line, IsOnce: true);

    /// <summary>Falls silent at this step, the connection open. That a client came to it earlier is forgotten.</summary>
    public void HangAt(MailStep step)
    {
        reached.TryRemove(step, out _);
        misbehaviours[step] = new Misbehaviour(null, Hangs: true);
    }

    /// <summary>Breaks the connection at this step.</summary>
    public void DropAt(MailStep step) => misbehaviours[step] = new Misbehaviour(null);

    /// <summary>Takes back all misbehaviour for what comes next.</summary>
    public void BehaveAgain() => misbehaviours.Clear();

    /// <summary>Ends when a client has come to this step, now or earlier.</summary>
    public Task WaitForStepAsync(MailStep step) => Reached(step).Task.WaitAsync(Patience);

    /// <summary>The first mail that fits, whether it is here already or still comes.</summary>
    public async Task<ReceivedMail> WaitForAsync(Func<ReceivedMail, bool> fits)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task more;
            lock (gate)
            {
                if (messages.FirstOrDefault(fits) is { } found)
                    return found;
                more = news.Task;
            }

            try
            {
                await more.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                var subjects = string.Join("; ", Messages.Select(mail => mail.Subject));
                throw new TimeoutException($"The mail waited for did not come within {Patience}. Received: {(subjects.Length > 0 ? subjects : "nothing")}");
            }
        }
    }

    /// <summary>Ends when this many mails are here, and returns them all.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> WaitForMailAsync(int count = 1)
    {
        await WaitForAsync(_ => Messages.Count >= count);
        return Messages;
    }

    /// <summary>Goes away: no more connections, and those that are open break. What was received stays.</summary>
    public async Task StopAsync()
    {
        listener?.Stop();
        await accepting;
        foreach (var connection in connections.Values)
            connection.Close();
        await Task.WhenAll(connections.Keys);
        connections.Clear();
        listener = null;
    }

    /// <summary>Comes back on the same port.</summary>
    public void StartAgain()
    {
        var started = new TcpListener(Setup.Address, Port);
        started.Start(512);
        Port = ((IPEndPoint)started.LocalEndpoint).Port;
        listener = started;
        accepting = AcceptAsync(started);
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    internal Misbehaviour? Arrive(MailStep step)
    {
        Reached(step).TrySetResult();
        var misbehaviour = misbehaviours.GetValueOrDefault(step);
        if (misbehaviour is { IsOnce: true })
            misbehaviours.TryRemove(step, out _);
        return misbehaviour;
    }

    internal void Keep(ReceivedMail mail)
    {
        TaskCompletionSource toldNow;
        lock (gate)
        {
            messages.Add(mail);
            toldNow = news;
            news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        toldNow.SetResult();
    }

    private TaskCompletionSource Reached(MailStep step) =>
        reached.GetOrAdd(step, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task AcceptAsync(TcpListener accepts)
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await accepts.AcceptTcpClientAsync();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }

            var conversation = TalkAsync(client);
            connections[conversation] = client;
            lock (gate)
            {
                ConnectionsMade++;
                MostConnections = Math.Max(MostConnections, connections.Keys.Count(task => !task.IsCompleted));
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var conversation = new MailConversation(this, client);
        await Task.Yield();
        await conversation.RunAsync();
    }

    internal sealed record Misbehaviour(string? Line, bool Hangs = false, bool IsOnce = false);
}
