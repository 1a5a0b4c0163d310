using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Templates;

/// <summary>How an owner's messages over one kind of channel read.</summary>
internal sealed record TemplateShape(string Kind, string? Subject, string? Body, string? Failure, DateTimeOffset? FailedAt)
{
    public static TemplateShape Of(OwnerTemplate template) => new(template.Kind, template.Subject, template.Body, template.Failure, template.FailedAt);
}

/// <summary>How one message would read.</summary>
internal sealed record TemplatePreviewShape(string Occasion, string Subject, string Body)
{
    public static TemplatePreviewShape Of(TemplatePreview preview) => new(preview.Occasion, preview.Subject, preview.Body);
}
