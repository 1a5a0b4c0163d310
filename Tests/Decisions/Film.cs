using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

/// <summary>
/// A film strip of looks at one website, a minute apart: <c>+</c> is a good look, <c>-</c> a failing one, <c>p</c> pauses, <c>r</c> resumes.
/// Others who see it up or down when they are asked stand behind a look: <c>-(+-)</c>; <c>-()</c> means that nobody answers. What is announced is written with the number of the frame, counted from 1: <c>down@4 back@6</c>.
/// </summary>
internal sealed class Film
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    public static readonly OwnerId Owner = OwnerId.Parse("team");
    public static readonly WebsiteUrl Url = WebsiteUrl.Parse("https://shop.example/");
    public static readonly WebsiteId Id = WebsiteId.From(Owner, Url);

    public static readonly Verdict Failing = new(new Problem(FailureKind.BadStatus, "The server answered 503.", "HTTP 503"));

    private static readonly Alert _outage = Play("- - -").State.Unsent[0];

    private readonly List<string> _announced = [];
    private readonly List<int> _asked = [];

    private Film(int failuresBeforeDown, int successesBeforeUp) =>
        Patience = new Patience([.. Enumerable.Range(1, failuresBeforeDown - 1).Select(i => TimeSpan.FromSeconds(i))], successesBeforeUp);

    public Patience Patience { get; }
    public WebsiteState State { get; private set; } = NewWebsite();
    public List<Step> Steps { get; } = [];
    public string Announced => string.Join(' ', _announced);

    /// <summary>In which frames the others were asked.</summary>
    public string Asked => string.Join(' ', _asked);

    public static WebsiteState NewWebsite() => new()
    {
        Owner = Owner,
        Url = Url,
        Settings = new WebsiteSettings { Name = "Shop", Interval = TimeSpan.FromMinutes(5) },
        RegisteredAt = Start,
        Since = Start,
    };

    /// <summary>The outage of a website, each number one of its own.</summary>
    public static Alert Down(int number) => _outage with
    {
        Id = $"shop-{number}",
        IncidentId = $"shop-{number}",
        Website = new WebsiteId(new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
    };

    public static DateTimeOffset Frame(int number) => Start.AddMinutes(number);

    public static Film Play(string strip, int failuresBeforeDown = 3, int successesBeforeUp = 1)
    {
        var film = new Film(failuresBeforeDown, successesBeforeUp);
        foreach (var (frame, index) in strip.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((frame, index) => (frame, index)))
            film.Show(frame, index + 1);
        return film;
    }

    public static Sighting Sighting(char vote, DateTimeOffset at, string place = "here") =>
        new() { Silo = $"silo-{place}", Region = place, At = at, Took = TimeSpan.Zero, Problem = vote == '+' ? null : Failing.Problem };

    private Step Look(string frame, int number)
    {
        var (at, verdict) = (Frame(number), frame[0] == '+' ? Verdict.Healthy : Failing);
        var step = WebsiteStateMachine.Observe(Id, State, verdict, at, at.AddSeconds(1), Patience);
        if (!step.NeedsSecondLook)
            return step;
        _asked.Add(number);
        var others = frame[1..].Trim('(', ')').Select((vote, index) => Sighting(vote, at, $"there-{index}"));
        var second = SecondLookRules.Weigh(Sighting(frame[0], at), [.. others], isAlone: frame.Length == 1);
        return WebsiteStateMachine.Observe(Id, State, verdict, at, at.AddSeconds(2), Patience, second);
    }

    private void Show(string frame, int number)
    {
        var at = Frame(number);
        var step = frame[0] switch
        {
            '+' or '-' => Look(frame, number),
            'p' => WebsiteStateMachine.Pause(Id, State, at),
            'r' => WebsiteStateMachine.Resume(State, at),
            _ => throw new FormatException($"'{frame}' is no frame of a film."),
        };
        foreach (var alert in step.State.Unsent.Skip(State.Unsent.Count))
            _announced.Add($"{(alert.Kind == AlertKind.WentDown ? "down" : "back")}@{number}");
        State = step.State;
        Steps.Add(step);
    }
}
