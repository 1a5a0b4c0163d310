using System.Collections;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.Answers;

/// <summary>Everything that is wrong with a request, each with the name of its field.</summary>
internal sealed class Mistakes : IEnumerable<SettingProblem>
{
    private readonly List<SettingProblem> _all = [];

    public bool Any => _all.Count > 0;

    public void Add(string field, string problem) => _all.Add(new SettingProblem(field, problem));

    public void Add(string field, IEnumerable<string> problems) => _all.AddRange(problems.Select(problem => new SettingProblem(field, problem)));

    public IDictionary<string, string[]> ByField() =>
        _all.GroupBy(one => one.Field).ToDictionary(field => field.Key, field => field.Select(one => one.Message).ToArray());

    public string All() => string.Join(' ', _all.Select(one => one.Message));

    public IEnumerator<SettingProblem> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
