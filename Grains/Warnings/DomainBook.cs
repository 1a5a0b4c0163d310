using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace UptimeSquirrel.Grains.Warnings;

/// <summary>
/// What registries have told this silo about domains. All websites below a domain share one page, and one question at a time goes out, at most one a
/// second: whoever wants to know has the answer later.
/// </summary>
/// <param name="clock">The clock that dates are compared with.</param>
/// <param name="registry">Whom to ask; null = nobody.</param>
internal sealed class DomainBook([FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock, IDomainRegistry? registry = null) : BackgroundService
{
    // As many questions as fit into a day, and as many domains as can be asked for in a week.
    private const int LongestQueue = 86_400;
    private const int MostPages = 604_800;
    private static readonly TimeSpan _forgottenAfter = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<string, Page> _pages = new(StringComparer.Ordinal);
    private readonly Channel<string> _questions = Channel.CreateBounded<string>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });

    /// <summary>Looks a host's domain up, and has the registry asked where nothing is known or it is out of date. Never waits.</summary>
    public DomainAnswer Find(string host)
    {
        if (registry is null || !DomainRules.IsPublic(host))
            return DomainAnswer.Nothing;
        foreach (var domain in DomainRules.Candidates(host))
        {
            if (!TryRead(domain, out var page))
                return DomainAnswer.NotYet;
            if (page.ExpiresAt is { } date)
                return new DomainAnswer(new DomainExpiry(domain, date), IsComplete: true);
            if (!page.IsUnregistered)
                return DomainAnswer.Nothing;
        }

        return DomainAnswer.Nothing;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (registry is null)
            return;
        await foreach (var domain in _questions.Reader.ReadAllAsync(stoppingToken))
        {
            var answer = await registry.AskAsync(domain, stoppingToken);
            Write(domain, answer);
            await Task.Delay(DomainRules.PauseAfter(answer), clock, stoppingToken);
        }
    }

    private bool TryRead(string domain, out Page page)
    {
        var now = clock.GetUtcNow();
        var isKnown = _pages.TryGetValue(domain, out page);
        if (!page.IsAsked && page.AskAgainAt <= now && (isKnown || HasRoom(now)))
            Ask(domain, page, isKnown);
        return page.IsAnswered;
    }

    private void Ask(string domain, Page page, bool isKnown)
    {
        // First the mark, so that of many who miss it at once only one asks, and the answer cannot be quicker than the mark.
        var asked = page with { IsAsked = true };
        if ((isKnown ? _pages.TryUpdate(domain, asked, page) : _pages.TryAdd(domain, asked)) && !_questions.Writer.TryWrite(domain))
            _pages[domain] = page;
    }

    private void Write(string domain, RegistryAnswer answer)
    {
        var page = _pages.GetValueOrDefault(domain);
        if (answer.Outcome == RegistryOutcome.TooOften)
        {
            // It was not answered, so it goes to the end of the queue; where there is no room, whoever asks next brings it back.
            _pages[domain] = page with { IsAsked = _questions.Writer.TryWrite(domain) };
            return;
        }

        // A registry that is out of order does not take back what it said.
        _pages[domain] = answer.Outcome == RegistryOutcome.Failed
            ? page with { IsAsked = false, IsAnswered = true, AskAgainAt = DomainRules.AskAgainAt(answer, clock.GetUtcNow()) }
            : new Page(answer.ExpiresAt, answer.Outcome == RegistryOutcome.NotFound, IsAnswered: true, IsAsked: false, DomainRules.AskAgainAt(answer, clock.GetUtcNow()));
    }

    // Nobody has asked for a page that is long out of date: its websites are gone.
    private bool HasRoom(DateTimeOffset now)
    {
        if (_pages.Count < MostPages)
            return true;
        foreach (var (domain, page) in _pages)
            if (!page.IsAsked && page.AskAgainAt + _forgottenAfter < now)
                _pages.TryRemove(domain, out _);
        return _pages.Count < MostPages;
    }

    private readonly record struct Page(DateTimeOffset? ExpiresAt, bool IsUnregistered, bool IsAnswered, bool IsAsked, DateTimeOffset AskAgainAt);
}

/// <summary>What the book has about a host's domain.</summary>
/// <param name="Expiry">When it expires; null when that is not known.</param>
/// <param name="IsComplete">Whether there is nothing more to wait for.</param>
internal readonly record struct DomainAnswer(DomainExpiry? Expiry, bool IsComplete)
{
    public static DomainAnswer Nothing => new(null, IsComplete: true);
    public static DomainAnswer NotYet => new(null, IsComplete: false);
}
