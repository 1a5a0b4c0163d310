using System.Text.Json;

namespace UptimeSquirrel.Importing;

/// <summary>What the caller said about how a list is to be read.</summary>
internal sealed record ReadingChoices
{
    public static ReadingChoices Usual { get; } = new();

    /// <summary>Whether passwords, tokens and bodies are taken over, as far as there is a place for them.</summary>
    public bool WithSecrets { get; init; }

    /// <summary>The shortest interval that this installation takes.</summary>
    public TimeSpan ShortestInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether each page of a sitemap is a website of its own.</summary>
    public bool EveryPage { get; init; }

    /// <summary>How many entries the list may have; all there are unless it is said.</summary>
    public int MostEntries { get; init; } = int.MaxValue;

    /// <summary>Whether somebody else sent the list, so that what reading it takes is bounded, too.</summary>
    public bool IsStrangers => MostEntries < int.MaxValue;

    /// <summary>What a <c>blackbox.yml</c> holds, for lists whose targets name modules; null = none was given.</summary>
    public JsonElement? Modules { get; init; }
}
