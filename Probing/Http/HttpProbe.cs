using System.Globalization;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Probing;

/// <summary>Looks at websites over HTTP/1.1 or HTTP/2, each time over a new connection, as a new visitor would; what is no website goes to its own kind of look.</summary>
internal sealed class HttpProbe : IWebsiteProbe, IDisposable
{
    private readonly ProbeOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turns;
    private readonly AddressTurns _addressTurns;
    private readonly KnownServers _servers;
    private readonly Connector _connector;
    private readonly HopSender _sender;
    private readonly KindProbe _kinds;

    public HttpProbe(ProbeOptions options, TimeProvider time, Surroundings? surroundings = null)
    {
        _options = options;
        _time = time;
        _turns = new SemaphoreSlim(options.MaximumAtOnce);
        _addressTurns = new AddressTurns(options.MaximumPerAddress, time);
        _servers = new KnownServers(options.ResumableWebsites, time);
        surroundings ??= new Surroundings();
        _connector = new Connector(options, time, _addressTurns, _servers, surroundings);
        _sender = new HopSender(options);
        _kinds = new KindProbe(new KindTools(options, time, _addressTurns, _connector, surroundings));
    }

    public async Task<CheckResult> LookAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        // Waiting for a turn is our own slowness: it must not be blamed on the website.
        if (!_turns.Wait(0, cancellationToken) && !await HasTurnAsync(cancellationToken))
            return Skipped(request);
        try
        {
            using var look = new Look(_time, _options, _addressTurns, request, cancellationToken);
            var result = request.Url.Kind == WebsiteKind.Website
                ? await TravelAsync(look, new Route(request.Url.ToUri()), request.Method)
                : await _kinds.LookAsync(look);
            cancellationToken.ThrowIfCancellationRequested();
            if (look.CertificateOf is { } server && !VerdictRules.Judge(result, request.Accept).IsHealthy)
                _servers.Forget(server);
            return result;
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose()
    {
        _sender.Dispose();
        _turns.Dispose();
    }

    private async Task<bool> HasTurnAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_options.TurnPatience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await _turns.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<CheckResult> TravelAsync(Look look, Route route, CheckMethod method)
    {
        var hasFailedHead = false;
        while (true)
        {
            var answer = await AskAsync(look, route, method);
            if (method == CheckMethod.Head && look.Request.Settings is not { Method: CheckMethod.Head } && MayBeAboutHead(answer, look))
            {
                // That may be about HEAD and not about the website, so GET decides.
                method = CheckMethod.Get;
                hasFailedHead = true;
                look.Forget();
                continue;
            }

            if (answer is not null && IsToFollow(answer, look))
            {
                var (kind, detail) = Follow(route, answer, ref method);
                if (kind == FailureKind.None)
                    continue;
                look.Fail(kind, detail);
                answer = null;
            }

            return Result(look, route, answer, method, hasFailedHead);
        }
    }

    private static bool IsToFollow(Answer answer, Look look) =>
        answer is { IsRedirect: true, BotWall: null } && look.Request.Settings is not { StopsAtRedirect: true };

    // What changes something, or carries a body, is for the server that its owner named, and not for whoever that one names.
    private static (FailureKind Kind, string Detail) Follow(Route route, Answer answer, ref CheckMethod method)
    {
        method = LookRules.AfterRedirect(method, answer.Status);
        return route.Follow(answer.Location, mayLeave: LookRules.IsHarmless(method));
    }

    // A server that breaks off, or talks nonsense, was reached: other failures have nothing to do with the method.
    private static bool MayBeAboutHead(Answer? answer, Look look) =>
        look.Unmet is not null || (answer?.MayBeAboutHead ?? (look.Phase == Phase.Answering && look.Failure is FailureKind.ConnectionBroken or FailureKind.BadAnswer));

    private static CheckResult Result(Look look, Route route, Answer? answer, CheckMethod method, bool hasFailedHead)
    {
        if (answer?.BotWall is { } wall)
            look.Fail(FailureKind.CheckBlocked, wall);
        return new CheckResult
        {
            At = look.At,
            Took = look.Took,
            StatusCode = answer?.Status,
            StatusText = answer?.Text,
            Failure = look.Failure,
            Detail = look.Detail,
            Method = method,
            RefusedHead = hasFailedHead && look.Failure == FailureKind.None && look.Unmet is null && answer is { Status: < 400 },
            FinalUrl = route.FinalUrl,
            ConnectedTo = look.ConnectedTo,
            Host = look.Failure == FailureKind.None ? null : route.Current.IdnHost,
            Times = look.Times,
            FailedAddresses = look.FailedAddresses,
            IsDowngraded = route.IsDowngraded,
            Certificate = look.Certificate,
            Trace = look.Trace,
            Unmet = look.Unmet,
        };
    }

    private async Task<Answer?> AskAsync(Look look, Route route, CheckMethod method)
    {
        look.BeginHop(route.Current, method);
        try
        {
            var connection = await _connector.ConnectAsync(route.Current, look);
            look.Enter(Phase.Answering);
            using var response = await _sender.SendAsync(route, method, connection, look.Request.Settings, look.Token);
            var answer = Answer.Of(response);
            look.Hop?.Answered(response, answer);
            if (look.Request.Settings is { } settings && answer.BotWall is null && !IsToFollow(answer, look) && look.Request.Accept.Accepts(answer.Status))
                look.Unmet = await AnswerReader.CompareAsync(response, settings, look.Token);
            return answer;
        }
        catch (Exception e) when (!look.IsHttp11Only && FailureNames.WantsHttp11(e))
        {
            look.IsHttp11Only = true;
        }
        catch (Exception) when (MayBeAboutShortcut(look, method))
        {
            // That may be about what was remembered of the server and not about the server, so a full handshake decides.
            look.NeedsFullHandshake = true;
            _servers.Doubt(look.CertificateOf!.Value);
        }
        catch (Exception e)
        {
            // Whatever a stranger's server makes the network stack throw is news about that server, not trouble of ours.
            var (kind, detail) = look.Token.IsCancellationRequested
                ? FailureNames.OfTimeout(look.Phase, look.ConnectedTo)
                : FailureNames.OfAnswer(e);
            look.Fail(kind, detail);
            return null;
        }
        finally
        {
            look.EndHop();
        }

        return await AskAsync(look, route, method);
    }

    // What changes something is not sent twice.
    private static bool MayBeAboutShortcut(Look look, CheckMethod method) =>
        look.ReliesOnEarlierLooks && !look.Token.IsCancellationRequested && (look.Phase == Phase.Handshake || LookRules.IsHarmless(method));

    private CheckResult Skipped(CheckRequest request) => new()
    {
        At = _time.GetUtcNow(),
        Took = TimeSpan.Zero,
        Failure = FailureKind.CheckSkipped,
        Detail = string.Create(CultureInfo.InvariantCulture, $"{_options.MaximumAtOnce} other checks were still under way"),
        Method = request.Method,
        Host = request.Url.ToUri().IdnHost,
        Facts = request.Url.Kind == WebsiteKind.Website ? null : new KindFacts { Kind = request.Url.Kind, Url = request.Url },
    };
}
