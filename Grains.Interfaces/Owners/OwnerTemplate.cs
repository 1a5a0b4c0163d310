namespace UptimeSquirrel.Owners;

/// <summary>How an owner wants the messages over one kind of channel to read, in the Liquid language.</summary>
/// <param name="Kind">The name of a <see cref="ChannelKind"/>.</param>
/// <param name="Subject">The subject, or whatever stands first in a message of that kind; null = the usual one.</param>
/// <param name="Body">The rest of it; null = the usual one.</param>
[GenerateSerializer, Immutable, Alias("uptime.owner-template")]
public sealed record OwnerTemplate([property: Id(0)] string Kind, [property: Id(1)] string? Subject, [property: Id(2)] string? Body)
{
    /// <summary>The longest template of a subject, in characters.</summary>
    public const int LongestSubject = 500;

    /// <summary>The longest template of a body, in characters.</summary>
    public const int LongestBody = 4_000;

    /// <summary>Why it could not be used when that last happened, so that the usual words were sent; null when it always could.</summary>
    [Id(3)]
    public string? Failure { get; init; }

    /// <summary>When that was, UTC.</summary>
    [Id(4)]
    public DateTimeOffset? FailedAt { get; init; }
}

/// <summary>What came of setting a template.</summary>
/// <param name="Template">The template as it is now; null when it was not set.</param>
/// <param name="Problems">Why it was not set, a sentence each; empty when it was.</param>
[GenerateSerializer, Immutable, Alias("uptime.template-change")]
public sealed record TemplateChange([property: Id(0)] OwnerTemplate? Template, [property: Id(1)] IReadOnlyList<string> Problems);

/// <summary>How messages would read, with made-up alerts.</summary>
/// <param name="Previews">One for each occasion; empty when there is something wrong.</param>
/// <param name="Problems">What is wrong, a sentence each.</param>
[GenerateSerializer, Immutable, Alias("uptime.template-test")]
public sealed record TemplateTest([property: Id(0)] IReadOnlyList<TemplatePreview> Previews, [property: Id(1)] IReadOnlyList<string> Problems);

/// <summary>How one message would read.</summary>
/// <param name="Occasion">What it is about: <c>an outage</c>.</param>
/// <param name="Subject">What stands first.</param>
/// <param name="Body">The rest, as text with line breaks.</param>
[GenerateSerializer, Immutable, Alias("uptime.template-preview")]
public sealed record TemplatePreview([property: Id(0)] string Occasion, [property: Id(1)] string Subject, [property: Id(2)] string Body);
