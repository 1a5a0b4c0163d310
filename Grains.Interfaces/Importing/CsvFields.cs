namespace UptimeSquirrel.Importing;

/// <summary>The fields of one record, read one after the other; what is wrong with the first that cannot be taken is kept.</summary>
internal sealed class CsvFields(CsvHeading heading, IReadOnlyList<string> fields)
{
    /// <summary>What is wrong; null as long as nothing is.</summary>
    public string? Problem { get; private set; }

    public string? Text(string meaning) => heading.Pick(fields, meaning);

    /// <summary>Notes what is wrong, unless something was before.</summary>
    public void Refuse(string? problem) => Problem ??= problem;

    public T? Read<T>(string meaning, TryRead<T> tryRead)
        where T : class => Text(meaning) is { } text ? Take(text, tryRead) : null;

    public T? ReadValue<T>(string meaning, TryRead<T> tryRead)
        where T : struct
    {
        if (Text(meaning) is not { } text)
            return null;
        var isGood = tryRead(text, out var value, out var problem);
        Refuse(isGood ? null : problem);
        return isGood ? value : null;
    }

    /// <summary>Several values in one field; null when there is none.</summary>
    public T[]? ReadMany<T>(string meaning, char[] separators, TryRead<T> tryRead)
        where T : class => Parts(meaning, separators)?.Select(part => Take(part, tryRead)).OfType<T>().ToArray();

    public string[]? Parts(string meaning, char[] separators) =>
        Text(meaning)?.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private T? Take<T>(string text, TryRead<T> tryRead)
        where T : class
    {
        var isGood = tryRead(text, out var value, out var problem);
        Refuse(isGood ? null : problem);
        return isGood ? value : null;
    }
}
