using Fluid;
using Fluid.Values;

namespace UptimeSquirrel.Adapters.Templates;

/// <summary>A filter that refuses to make a text that is too long: one that doubles its text needs few steps to fill the memory.</summary>
internal static class BoundedFilter
{
    // What replacing may make on the way, before its length is known.
    private const long LongestOnTheWay = 1_000_000;

    public static FilterDelegate Of(FilterDelegate filter, int longest) => (input, arguments, context) =>
    {
        var argument = 0L;
        for (var i = 0; i < arguments.Count; i++)
            argument = Math.Max(argument, arguments.At(i) is StringValue text ? text.ToStringValue().Length : 0);
        if (input is StringValue given && (given.ToStringValue().Length + 1) * (argument + 1) > LongestOnTheWay)
            throw TooLong(longest);
        var making = filter(input, arguments, context);
        var made = making.IsCompleted ? making.GetAwaiter().GetResult() : throw new InvalidOperationException("A filter waited for something.");

        // A text that says of itself that it needs no encoding is encoded all the same: its place decides that.
        if (made is not StringValue { } result)
            return new ValueTask<FluidValue>(made);
        var words = result.ToStringValue();
        return words.Length <= longest ? new ValueTask<FluidValue>(new StringValue(words)) : throw TooLong(longest);
    };

    private static InvalidOperationException TooLong(int longest) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"A filter made a text of more than {longest:N0} characters."));
}
