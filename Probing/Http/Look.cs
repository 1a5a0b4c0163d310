using System.Net.Sockets;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>One look under way: its budget, how far it has come, its connection, and what went wrong.</summary>
/// <remarks>
/// There is one timer for the whole look. It is set to the end of the connect budget while a connection is made and to the end of the
/// total budget afterwards; when it fires, the phase says what took too long.
/// </remarks>
internal sealed class Look : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _total;
    private readonly TimeSpan _connect;
    private readonly long _began;
    private readonly CancellationTokenSource _budget;
    private readonly CancellationTokenRegistration _callerGivesUp;
    private Socket? _socket;
    private bool _isClosed = true;

    public Look(TimeProvider time, TimeSpan total, TimeSpan connect, CancellationToken caller)
    {
        _time = time;
        _total = total;
        _connect = connect;
        _began = time.GetTimestamp();
        At = time.GetUtcNow();
        _budget = new CancellationTokenSource(total, time);
        Token = _budget.Token;
        _callerGivesUp = caller.UnsafeRegister(static budget => ((CancellationTokenSource)budget!).Cancel(), _budget);
    }

    public DateTimeOffset At { get; }

    public TimeSpan Took => _time.GetElapsedTime(_began);

    public CancellationToken Token { get; }

    public Phase Phase { get; private set; }

    public FailureKind Failure { get; private set; }

    public string? Detail { get; private set; }

    public string? ConnectedTo { get; set; }

    public void BeginHop()
    {
        lock (_lock)
            _isClosed = false;
        Phase = Phase.NameLookup;
        _budget.CancelAfter(ConnectBudgetLeft(Took));
    }

    public void Enter(Phase phase)
    {
        Phase = phase;
        if (phase == Phase.Answering)
            _budget.CancelAfter(NotNegative(_total - Took));
    }

    /// <summary>Notes why there will be no answer. What was noted first stays: it is the cause, the rest are its consequences.</summary>
    public void Fail(FailureKind kind, string detail)
    {
        if (Failure != FailureKind.None)
            return;
        Failure = kind;
        Detail = CleanText.Of(detail, FailureText.MaximumCause);
    }

    /// <summary>Notes the failure and returns what ends the connection attempt.</summary>
    public ConnectionFailedException Failed(FailureKind kind, string detail)
    {
        Fail(kind, detail);
        return new ConnectionFailedException(detail);
    }

    /// <summary>Takes charge of a connection, so that it ends with the look whatever becomes of the request it was made for.</summary>
    public void Own(Socket socket)
    {
        Socket? surplus;
        lock (_lock)
        {
            surplus = _isClosed ? socket : _socket;
            _socket = _isClosed ? null : socket;
        }

        surplus?.Dispose();
    }

    public void CloseConnection()
    {
        Socket? socket;
        lock (_lock)
        {
            socket = _socket;
            _socket = null;
            _isClosed = true;
        }

        socket?.Dispose();
    }

    public void Dispose()
    {
        CloseConnection();
        _callerGivesUp.Dispose();
        _budget.Dispose();
    }

    private TimeSpan ConnectBudgetLeft(TimeSpan took) => NotNegative(_total - took < _connect ? _total - took : _connect);

    private static TimeSpan NotNegative(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}
