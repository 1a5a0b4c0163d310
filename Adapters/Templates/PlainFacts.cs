using System.Globalization;
using Fluid.Values;

namespace UptimeSquirrel.Adapters.Templates;

/// <summary>Turns facts into values of the language, and refuses everything that is not plain.</summary>
internal static class PlainFacts
{
    public static FluidValue Of(object? fact) => fact switch
    {
        null => NilValue.Instance,
        string text => new StringValue(text),
        bool truth => BooleanValue.Create(truth),
        int number => NumberValue.Create(number),
        IReadOnlyDictionary<string, object?> members => new DictionaryValue(new Members(members)),
        IEnumerable<object?> list => new ArrayValue([.. list.Select(Of)]),
        _ => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{fact.GetType().Name} is no plain fact."), nameof(fact)),
    };

    private sealed class Members(IReadOnlyDictionary<string, object?> members) : IFluidIndexable
    {
        public int Count => members.Count;

        public IEnumerable<string> Keys => members.Keys;

        public bool TryGetValue(string name, out FluidValue value)
        {
            var isThere = members.TryGetValue(name, out var member);
            value = Of(member);
            return isThere;
        }
    }
}
