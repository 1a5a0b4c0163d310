using UptimeSquirrel.Adapters.Database.Postgres;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>Who asks while others are answered is answered with those who came meanwhile.</summary>
public sealed class GatheringTests : IDisposable
{
    private readonly List<TaskCompletionSource> _mayAnswer = [.. Enumerable.Range(0, 8).Select(_ => new TaskCompletionSource())];
    private readonly List<int> _sizes = [];
    private readonly SemaphoreSlim _asked = new(0);

    public void Dispose() => _asked.Dispose();

    [Fact]
    public async Task Those_who_come_while_others_are_answered_are_answered_together()
    {
        var gathering = new Gathering<int, int>(10, AnswerAsync);
        var first = await AskAloneAsync(gathering, 1);
        var second = await AskAloneAsync(gathering, 2);
        var rest = Enumerable.Range(3, 5).Select(gathering.AskAsync).ToArray();
        _mayAnswer.ForEach(may => may.SetResult());

        (await Task.WhenAll([first, second, .. rest])).ShouldBe([10, 20, 30, 40, 50, 60, 70]);
        _sizes.ShouldBe([1, 1, 5]);
    }

    [Fact]
    public async Task No_more_are_answered_at_once_than_may_be()
    {
        var gathering = new Gathering<int, int>(2, AnswerAsync);
        await AskAloneAsync(gathering, 1);
        await AskAloneAsync(gathering, 2);
        var rest = Enumerable.Range(3, 5).Select(gathering.AskAsync).ToArray();
        _mayAnswer.ForEach(may => may.SetResult());

        await Task.WhenAll(rest);
        _sizes.Max().ShouldBe(2);
    }

    [Fact]
    public async Task Who_waits_while_the_database_fails_need_not_wait_for_it_to_fail_again()
    {
        var gathering = new Gathering<int, int>(2, AnswerAsync);
        var first = await AskAloneAsync(gathering, 1);
        await AskAloneAsync(gathering, 2);
        var rest = Enumerable.Range(3, 5).Select(gathering.AskAsync).ToArray();
        _mayAnswer[0].SetException(new TimeoutException("the database does not answer"));

        await Should.ThrowAsync<TimeoutException>(first);
        foreach (var waiting in rest)
            await Should.ThrowAsync<TimeoutException>(waiting);
        _sizes.ShouldBe([1, 1]);
    }

    // Returns when this one is being answered.
    private async Task<Task<int>> AskAloneAsync(Gathering<int, int> gathering, int question)
    {
        var answer = gathering.AskAsync(question);
        await _asked.WaitAsync();
        return answer;
    }

    private async Task<IReadOnlyList<int>> AnswerAsync(IReadOnlyList<int> questions)
    {
        TaskCompletionSource mayAnswer;
        lock (_sizes)
        {
            mayAnswer = _mayAnswer[_sizes.Count];
            _sizes.Add(questions.Count);
        }

        _asked.Release();
        await mayAnswer.Task;
        return [.. questions.Select(question => question * 10)];
    }
}
