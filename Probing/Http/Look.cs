using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Probing;

/// <summary>One look under way: its budget, how far it has come, its connection, and what was seen.</summary>
/// <remarks>
/// There is one timer for the whole look. It is set to the end of the connect budget while a connection is made and to the end of the
/// total budget afterwards; when it fires, the phase says what took too long. It stands still while the look waits for its turn.
/// </remarks>
internal sealed class Look : IDisposable
{
    private readonly TimeProvider _time;
    private readonly AddressTurns _turns;
    private readonly TimeSpan _total;
    private readonly TimeSpan _connect;
    private readonly long _began;
    private readonly CancellationTokenSource _budget;
    private readonly CancellationTokenRegistration _callerGivesUp;
    private Socket? _socket;
    private IPAddress? _address;
    private TimeSpan _hopBegan;
    private TimeSpan _phaseBegan;
    private long _stoppedAt;
    private List<AddressAttempt>? _failedAddresses;
    private List<HopTrace>? _trace;

    public Look(TimeProvider time, ProbeOptions options, AddressTurns turns, CheckRequest request, CancellationToken caller)
    {
        _time = time;
        _turns = turns;
        _total = request.Timeout ?? options.Timeout;
        _connect = options.ConnectTimeout;
        _began = time.GetTimestamp();
        At = time.GetUtcNow();
        Request = request;
        _budget = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        Token = _budget.Token;
        _callerGivesUp = caller.UnsafeRegister(static budget => ((CancellationTokenSource)budget!).Cancel(), _budget);
    }

    public CheckRequest Request { get; }

    public DateTimeOffset At { get; }

    public TimeSpan Took => _time.GetElapsedTime(_began) - Waited;

    public CancellationToken Token { get; }

    public Phase Phase { get; private set; }

    public PhaseTimes Times { get; private set; }

    /// <summary>How long it waited for its turns; no part of the budget or of <see cref="Took"/>.</summary>
    public TimeSpan Waited { get; private set; }

    public FailureKind Failure { get; private set; }

    public string? Detail { get; private set; }

    public string? ConnectedTo { get; set; }

    public CertificateFacts? Certificate { get; private set; }

    public IReadOnlyList<AddressAttempt> FailedAddresses => _failedAddresses ?? (IReadOnlyList<AddressAttempt>)[];

    /// <summary>What the answer has not that it must have, or the reverse.</summary>
    public UnmetExpectation? Unmet { get; set; }

    /// <summary>What is noted of the request under way; null unless somebody wants to know.</summary>
    public HopNotes? Hop { get; private set; }

    public IReadOnlyList<HopTrace>? Trace => _trace;

    public bool WantsCertificate => Request.WantsCertificate || Request.WantsTrace || Request.Url.Kind == WebsiteKind.Tls;

    public bool IsHttp11Only { get; set; }

    public ServerName? CertificateOf { get; set; }

    public bool ReliesOnEarlierLooks { get; set; }

    public bool NeedsFullHandshake { get; set; }

    public void BeginHop(Uri uri, CheckMethod method)
    {
        Phase = Phase.NameLookup;
        _hopBegan = _phaseBegan = Took;
        Hop = Request.WantsTrace ? new HopNotes(uri, method, Times, Waited) : null;
        SetTimer();
    }

    public void Enter(Phase phase)
    {
        AddUpPhase();
        Phase = phase;
        if (phase == Phase.Answering)
            SetTimer();
    }

    /// <summary>Closes the connection, if there is one.</summary>
    public void EndHop()
    {
        AddUpPhase();
        _socket?.Dispose();
        _socket = null;
        if (_address is not null)
            _turns.GiveBack(_address);
        _address = null;
        if (Hop is not null)
            (_trace ??= []).Add(Hop.ToTrace(this));
        Hop = null;
    }

    /// <summary>Waiting begins: it is our own slowness and must not be blamed on the website.</summary>
    public void StopClock()
    {
        _budget.CancelAfter(Timeout.InfiniteTimeSpan);
        _stoppedAt = _time.GetTimestamp();
    }

    public void StartClock()
    {
        Waited += _time.GetElapsedTime(_stoppedAt);
        SetTimer();
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

    /// <summary>Forgets what was found wrong: it may have been about the way of asking. What comes next relies on nothing.</summary>
    public void Forget() => (Failure, Detail, Unmet, NeedsFullHandshake) = (FailureKind.None, null, null, true);

    /// <summary>Notes what became of an attempt to connect.</summary>
    public void Note(IPEndPoint endPoint, TimeSpan took, string? problem)
    {
        if (problem is not null || Hop is not null)
            Note(endPoint.ToString(), took, problem);
    }

    /// <summary>Notes what became of an attempt to be answered by whoever is at an address.</summary>
    public void Note(string address, TimeSpan took, string? problem)
    {
        var attempt = new AddressAttempt(address, took, problem);
        if (problem is not null)
            (_failedAddresses ??= []).Add(attempt);
        Hop?.Attempts.Add(attempt);
    }

    public void Note(CertificateFacts certificate)
    {
        Certificate = certificate;
        Hop?.Certificate = certificate;
    }

    /// <summary>Takes charge of a connection and of the turn it has, so that both end with the request.</summary>
    public void Own(Socket? socket, IPAddress address) => (_socket, _address) = (socket, address);

    public void Dispose()
    {
        _callerGivesUp.Dispose();
        _budget.Dispose();
    }

    private void AddUpPhase()
    {
        var now = Took;
        var spent = now - _phaseBegan;
        _phaseBegan = now;
        Times = Phase switch
        {
            Phase.NameLookup => Times with { NameLookup = Times.NameLookup + spent },
            Phase.Connecting => Times with { Connecting = Times.Connecting + spent },
            Phase.Handshake => Times with { Handshake = Times.Handshake + spent },
            _ => Times with { Answering = Times.Answering + spent },
        };
    }

    private void SetTimer()
    {
        var end = Phase == Phase.Answering || _hopBegan + _connect > _total ? _total : _hopBegan + _connect;
        var left = end - Took;
        _budget.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }
}
