using System.Globalization;

namespace UptimeSquirrel.Importing.Gatus;

/// <summary>The statuses that all conditions together leave over.</summary>
internal sealed class StatusRange
{
    private const int First = 100;
    private const int Last = 599;
    private readonly bool[] isOut = new bool[Last + 1];
    private bool isNarrowed;

    /// <summary>Takes out what a condition does not allow; false when it cannot be understood.</summary>
    public bool Narrow(string sign, string value)
    {
        var codes = value.StartsWith("any(", StringComparison.Ordinal) && value.EndsWith(')') ? value[4..^1].Split(',') : [value];
        var numbers = codes.Select(code => int.TryParse(code, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        if (numbers.Contains(-1) || (numbers.Length > 1 && sign is not ("==" or "!=")))
            return false;
        for (var code = First; code <= Last; code++)
            isOut[code] |= !Holds(code, sign, numbers);
        isNarrowed = true;
        return true;
    }

    /// <summary>What is left, as codes and ranges; nothing when no condition was about it.</summary>
    public IEnumerable<string> Spelled()
    {
        for (var code = First; isNarrowed && code <= Last; code++)
        {
            if (isOut[code])
                continue;
            var start = code;
            while (code < Last && !isOut[code + 1])
                code++;
            yield return string.Create(CultureInfo.InvariantCulture, $"{start}-{code}");
        }
    }

    private static bool Holds(int code, string sign, int[] numbers) => sign switch
    {
        "==" => numbers.Contains(code),
        "!=" => !numbers.Contains(code),
        "<" => code < numbers[0],
        "<=" => code <= numbers[0],
        ">" => code > numbers[0],
        _ => code >= numbers[0],
    };
}
