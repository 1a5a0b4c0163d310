namespace UptimeSquirrel.Repeating;

/// <summary>The answer to one request that somebody may send again because they never saw it. The key is <c>answer:</c> and a hash of who asked and of their key.</summary>
[Alias("uptime.answer")]
public interface IAnswerGrain : IGrainWithStringKey
{
    /// <summary>Says that a request has come.</summary>
    /// <param name="fingerprint">What is asked for: the same request has the same.</param>
    /// <returns>Whether to do it, or what was answered before.</returns>
    [Alias("Begin")]
    Task<AnswerStart> BeginAsync(string fingerprint);

    /// <summary>Keeps the answer for a day.</summary>
    [Alias("Finish")]
    Task FinishAsync(KeptAnswer answer);

    /// <summary>Nothing came of the request: the next one is the first again.</summary>
    [Alias("GiveUp")]
    Task GiveUpAsync();
}

/// <summary>What to do with a request.</summary>
/// <param name="Stage">How far it is.</param>
/// <param name="Answer">What was answered; null unless it is known.</param>
[GenerateSerializer, Immutable, Alias("uptime.answer-start")]
public sealed record AnswerStart([property: Id(0)] AnswerStage Stage, [property: Id(1)] KeptAnswer? Answer);

/// <summary>How far a request is.</summary>
[GenerateSerializer, Alias("uptime.answer-stage")]
public enum AnswerStage
{
    /// <summary>It has not been seen before: do it.</summary>
    First = 0,

    /// <summary>It is being done.</summary>
    UnderWay = 1,

    /// <summary>It is done, and this is what was answered.</summary>
    Known = 2,

    /// <summary>Something else was asked for under this key.</summary>
    Another = 3,
}

/// <summary>An answer that was given.</summary>
/// <param name="Status">Its HTTP status.</param>
/// <param name="ContentType">What its body is; null when there is none.</param>
/// <param name="Location">Where what was made is; null when nothing was.</param>
/// <param name="ETag">Its version; null when it has none.</param>
/// <param name="Body">Its body.</param>
[GenerateSerializer, Immutable, Alias("uptime.kept-answer")]
public sealed record KeptAnswer(
    [property: Id(0)] int Status, [property: Id(1)] string? ContentType, [property: Id(2)] string? Location, [property: Id(3)] string? ETag, [property: Id(4)] string Body);
