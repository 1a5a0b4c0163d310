using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Templates;

/// <summary>Words letters as their owner wants them.</summary>
internal sealed class TemplateDesk(ITextTemplates templates)
{
    /// <summary>What is wrong with a template, a sentence each: that it cannot be read, or that it fails with one of the made-up alerts.</summary>
    public IReadOnlyList<string> Problems(ChannelKind kind, string? subject, string? body)
    {
        if (TemplateRules.Problems(kind, subject, body) is { Count: > 0 } problems)
            return problems;
        (string Name, string? Text)[] parts = [("subject", subject), ("body", body)];
        string[] unreadable =
        [
            .. parts.Select(part => (part.Name, Problem: part.Text is null ? null : templates.Problem(part.Text)))
                .Where(part => part.Problem is not null)
                .Select(part => $"The {part.Name} cannot be read. {part.Problem}"),
        ];
        if (unreadable.Length > 0)
            return unreadable;
        var template = new StoredTemplate(subject, body);
        return
        [
            .. TemplateSamples.Letters(kind).Select(sample => (sample.Occasion, Apply(sample.Letter, kind, template).Problem))
                .Where(sample => sample.Problem is not null)
                .Select(sample => $"With {sample.Occasion} it fails. {sample.Problem}"),
        ];
    }

    /// <summary>How messages would read.</summary>
    public IReadOnlyList<TemplatePreview> Preview(ChannelKind kind, StoredTemplate? template) =>
    [
        .. TemplateSamples.Letters(kind).Select(sample => (sample.Occasion, Apply(sample.Letter, kind, template).Letter.Words))
            .Select(sample => new TemplatePreview(
                sample.Occasion, TemplateRules.IsWithoutSubject(kind) ? "" : sample.Words.Subject, TemplatePreviewText.Body(kind, sample.Words))),
    ];

    /// <summary>The letter in its owner's words, and why their template could not be used; null when it could, or when there is none.</summary>
    public (Letter Letter, string? Problem) Apply(Letter usual, ChannelKind kind, StoredTemplate? template)
    {
        if (template is null)
            return (usual, null);
        var facts = TemplateFactsWriter.Write(usual);
        var subject = template.Subject is null ? null : templates.Fill(template.Subject, facts, isJson: false);
        var body = template.Body is null ? null : templates.Fill(template.Body, facts, kind.IsJson);
        var (words, problem) = TemplateRules.Apply(usual.Words, kind, subject, body);
        return (usual with { Words = words }, problem);
    }
}
