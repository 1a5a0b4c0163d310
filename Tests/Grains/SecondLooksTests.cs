using System.Net;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Tests.Decisions;

namespace UptimeSquirrel.Tests.Grains;

public sealed class SecondLooksTests
{
    private static readonly CheckResult _failed = new() { At = Film.Start, Took = TimeSpan.FromSeconds(1), StatusCode = 503 };

    [Fact]
    public async Task Two_others_are_asked_at_the_same_time_and_no_more_than_two()
    {
        var places = new Places("a", "b", "c");

        var second = await AskAsync(places);

        second.Sightings.Select(sighting => sighting.Silo).ShouldBe(["here", "a", "b"]);
        places.Asked.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task For_one_that_does_not_answer_the_next_is_asked()
    {
        var places = new Places("a", "b", "c", "d") { Silent = ["a", "c"] };

        var second = await AskAsync(places);

        second.Sightings.Select(sighting => sighting.Silo).Order().ShouldBe(["b", "d", "here"]);
        second.Outcome.ShouldBe(SecondLookOutcome.Agreed);
    }

    [Fact]
    public async Task When_none_of_them_answers_nothing_is_decided_and_each_was_asked_once()
    {
        var places = new Places("a", "b", "c") { Silent = ["a", "b", "c"] };

        (await AskAsync(places)).Outcome.ShouldBe(SecondLookOutcome.Undecided);
        places.Asked.Order().ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task Where_there_is_nobody_else_our_own_look_decides() =>
        (await AskAsync(new Places())).Outcome.ShouldBe(SecondLookOutcome.Agreed);

    private static Task<SecondLook> AskAsync(Places places) =>
        new SecondLooks(places).AskAsync(new CheckRequest(Film.Url, null, CheckMethod.Head), places.Here.Saw(_failed, Film.Failing));

    /// <summary>Others that all see what we see, as far as they answer.</summary>
    private sealed class Places(params string[] others) : IVantages
    {
        public string[] Silent { get; init; } = [];
        public List<string> Asked { get; } = [];
        public Vantage Here => Place("here");
        public IReadOnlyList<Vantage> Others => [.. others.Select(Place)];

        public Task<Sighting?> LookAsync(Vantage vantage, CheckRequest request, CancellationToken cancellationToken)
        {
            Asked.Add(vantage.Silo);
            return Task.FromResult(Silent.Contains(vantage.Silo) ? null : vantage.Saw(_failed, Film.Failing));
        }

        private static Vantage Place(string silo) => new(silo, silo, SiloAddress.New(IPAddress.Loopback, 1, 1));
    }
}
