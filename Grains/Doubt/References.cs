using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Doubt;

/// <summary>Addresses that are always there: when none of them answers, the trouble is ours.</summary>
internal sealed class References(
    IWebsiteProbe probe, IOptions<ChecksOptions> options, [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock)
{
    // That one answered proves nothing about a website that failed since: an answer is good for the time between two looks at most.
    private static readonly TimeSpan _answerCounts = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _silenceCounts = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(5);

    private readonly CheckRequest[] _requests =
        [.. options.Value.References.Select(address => new CheckRequest(WebsiteUrl.Parse(address), _timeout, CheckMethod.Head))];
    private readonly Lock _lock = new();
    private Task<bool>? _look;
    private DateTimeOffset _lookedAt;
    private volatile bool _haveAnswered;

    /// <summary>Whether any of them has answered since this silo started. If not, there may be no way to them, trouble or not.</summary>
    public bool HaveAnswered => _haveAnswered;

    /// <summary>Whether any of them answers now; null when there are none. However many ask, there is one look in a second.</summary>
    public async Task<bool?> AnswerAsync()
    {
        if (_requests.Length == 0)
            return null;
        Task<bool> look;
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_look is null || (_look.IsCompleted && now - _lookedAt >= (_look is { IsCompletedSuccessfully: true, Result: true } ? _answerCounts : _silenceCounts)))
                (_look, _lookedAt) = (LookAsync(), now);
            look = _look;
        }

        return await look;
    }

    private async Task<bool> LookAsync()
    {
        using var enough = new CancellationTokenSource();
        var looks = _requests.Select(request => AnswersAsync(request, enough.Token)).ToList();
        while (looks.Count > 0)
        {
            var look = await Task.WhenAny(looks);
            looks.Remove(look);
            if (!await look)
                continue;
            _haveAnswered = true;
            await enough.CancelAsync();
            return true;
        }

        return false;
    }

    // Whatever the status: an error from there proves that the way there is open.
    private async Task<bool> AnswersAsync(CheckRequest request, CancellationToken enough)
    {
        try
        {
            return (await probe.LookAsync(request, enough)).StatusCode is not null;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
