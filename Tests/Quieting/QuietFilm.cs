using System.Globalization;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Dependencies;
using UptimeSquirrel.Grains.Quieting;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Quieting;
using UptimeSquirrel.Tests.Decisions;

namespace UptimeSquirrel.Tests.Quieting;

/// <summary>
/// A film strip like <see cref="Film"/>, in which one failing look is down and one good look is up. Before a look may stand how many minutes after the one
/// before it comes (else one), <c>m</c> for a maintenance that lasts 10 minutes more, <c>d</c> for a parent that is down, <c>w</c> for one of which
/// nothing is known yet: <c>30m-</c>. What is announced is written with the number of the frame: <c>down@4 flapping@6 steady-up@9</c>.
/// </summary>
internal sealed class QuietFilm
{
    private static readonly Patience _patience = new([], SuccessesBeforeUp: 1);

    private readonly List<string> _announced = [];
    private DateTimeOffset _now = Film.Start;

    public WebsiteState State { get; private set; } = Film.NewWebsite();
    public List<Step> Steps { get; } = [];
    public string Announced => string.Join(' ', _announced);

    public static QuietFilm Play(string strip, int flappingLimit = 3)
    {
        var film = new QuietFilm();
        foreach (var frame in strip.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            film.Show(frame, flappingLimit);
        return film;
    }

    private void Show(string frame, int flappingLimit)
    {
        var digits = string.Concat(frame.TakeWhile(char.IsAsciiDigit));
        _now += TimeSpan.FromMinutes(digits.Length == 0 ? 1 : int.Parse(digits, CultureInfo.InvariantCulture));
        var verdict = frame[^1] == '+' ? Verdict.Healthy : Film.Failing;
        var second = SecondLookRules.Weigh(Film.Sighting(frame[^1], _now), [], isAlone: true);
        var step = WebsiteStateMachine.Observe(Film.Id, State, verdict, _now, _now, _patience, second);
        var facts = new QuietFacts(
            _now,
            frame.Contains('m', StringComparison.Ordinal) ? new MaintenanceSpan(_now.AddMinutes(-1), _now.AddMinutes(10)) : null,
            frame.Contains('d', StringComparison.Ordinal) ? ParentVerdict.Fold : frame.Contains('w', StringComparison.Ordinal) ? ParentVerdict.Wait : ParentVerdict.Tell,
            With: new Companions(2, ["a", "b"]),
            flappingLimit,
            SoonAgain: TimeSpan.FromSeconds(5),
            OneMoreLook: TimeSpan.FromSeconds(30));
        if (step.Incident is not null || step.State.Quiet is not null)
            step = QuietRules.Apply(Film.Id, State, step, facts);
        foreach (var alert in step.State.Unsent.Skip(State.Unsent.Count))
            _announced.Add($"{Word(alert)}@{Steps.Count + 1}");
        Steps.Add(step);
        State = step.Incident is null ? step.State : step.State with { LastIncident = step.Incident };
    }

    private static string Word(Alert alert) => alert.Kind switch
    {
        AlertKind.WentDown => "down",
        AlertKind.CameBack => "back",
        AlertKind.StartedFlapping => "flapping",
        AlertKind.SteadyAgain => alert.EndedAt is null ? "steady-down" : "steady-up",
        _ => alert.Kind.ToString(),
    };
}
