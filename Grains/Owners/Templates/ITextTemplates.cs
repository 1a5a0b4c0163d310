namespace UptimeSquirrel.Grains.Owners.Templates;

/// <summary>Fills in templates that people wrote. A template reaches nothing but the facts it is given, and whatever it does has an end.</summary>
public interface ITextTemplates
{
    /// <summary>What is wrong with the text of a template, with line and column where that is known; null when it can be used.</summary>
    string? Problem(string template);

    /// <summary>Fills in a template. Whatever goes wrong is an answer.</summary>
    /// <param name="template">The template.</param>
    /// <param name="facts">What it may name: texts, numbers, truth values, lists and dictionaries of such.</param>
    /// <param name="isJson">Whether it is to become JSON, in which every fact is escaped.</param>
    FilledTemplate Fill(string template, IReadOnlyDictionary<string, object?> facts, bool isJson);
}

/// <summary>What came of filling in a template.</summary>
/// <param name="Text">The text; null when there is none.</param>
/// <param name="Problem">Why not, a sentence; null when there is a text.</param>
public sealed record FilledTemplate(string? Text, string? Problem);
