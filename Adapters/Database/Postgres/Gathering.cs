using Npgsql;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>Answers many at once: while some are being answered, those who ask meanwhile gather for the next time.</summary>
/// <remarks>Nobody waits for others to come, so that one who asks alone is answered as soon as ever.</remarks>
/// <param name="most">How many are answered at once.</param>
/// <param name="answerAsync">Answers them, in their order.</param>
internal sealed class Gathering<TQuestion, TAnswer>(int most, Func<IReadOnlyList<TQuestion>, Task<IReadOnlyList<TAnswer>>> answerAsync)
{
    // One that is answered and one that is on its way there keep a connection busy.
    private const int AtOnce = 2;

    private readonly Lock _lock = new();
    private readonly Queue<(TQuestion Question, TaskCompletionSource<TAnswer> Answer)> _waiting = new();
    private int _busy;

    /// <exception cref="Exception">What kept those from an answer with whom this one was asked.</exception>
    public Task<TAnswer> AskAsync(TQuestion question)
    {
        var answer = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Enqueue((question, answer));
            if (_busy == AtOnce)
                return answer.Task;
            _busy++;
        }

        // Away from the scheduler of the grain that happened to ask, and from what goes with its call.
        ThreadPool.UnsafeQueueUserWorkItem(static self => _ = self.AnswerAllAsync(), this, preferLocal: false);
        return answer.Task;
    }

    private async Task AnswerAllAsync()
    {
        while (Take(most) is { Count: > 0 } batch)
        {
            try
            {
                var answers = await answerAsync([.. batch.Select(asked => asked.Question)]);
                for (var i = 0; i < batch.Count; i++)
                    batch[i].Answer.SetResult(answers[i]);
            }
            catch (Exception e)
            {
                // Refused is what was asked. A server that does not answer would keep the others waiting, one time-out after the other, for the same answer.
                foreach (var (_, answer) in e is PostgresException { IsTransient: false } ? batch : batch.Concat(TakeAll()))
                    answer.SetException(e);
            }
        }
    }

    private (TQuestion Question, TaskCompletionSource<TAnswer> Answer)[] TakeAll()
    {
        lock (_lock)
        {
            var all = _waiting.ToArray();
            _waiting.Clear();
            return all;
        }
    }

    private List<(TQuestion Question, TaskCompletionSource<TAnswer> Answer)> Take(int count)
    {
        var taken = new List<(TQuestion, TaskCompletionSource<TAnswer>)>();
        lock (_lock)
        {
            while (taken.Count < count && _waiting.TryDequeue(out var next))
                taken.Add(next);
            if (taken.Count == 0)
                _busy--;
        }

        return taken;
    }
}
