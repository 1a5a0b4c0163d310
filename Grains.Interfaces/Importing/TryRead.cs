namespace UptimeSquirrel.Importing;

/// <summary>Reads a value from text, or says what is wrong with it.</summary>
internal delegate bool TryRead<T>(string? text, out T? value, out string? problem);
