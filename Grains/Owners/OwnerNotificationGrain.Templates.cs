using UptimeSquirrel.Grains.Owners.Templates;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

// How this owner's messages read, where they want other words than the usual.
internal sealed partial class OwnerNotificationGrain
{
    public async Task<TemplateChange> SetTemplateAsync(string kind, string? subject, string? body)
    {
        if (postman.KindNamed(kind) is not { } known)
            return new TemplateChange(null, [UnknownKind(kind)]);
        if (desk.Problems(known, subject, body) is { Count: > 0 } problems)
            return new TemplateChange(null, problems);
        var template = new StoredTemplate(subject, body);
        await ChangeContactsAsync(state => state.Templates[kind] = template);
        return new TemplateChange(template.Show(kind), []);
    }

    public async Task<OwnerTemplate?> RemoveTemplateAsync(string kind)
    {
        if (!stored.State.Templates.TryGetValue(kind, out var template))
            return null;
        await ChangeContactsAsync(state => state.Templates.Remove(kind));
        return template.Show(kind);
    }

    public Task<TemplateTest> TestTemplateAsync(string kind, string? subject, string? body)
    {
        if (postman.KindNamed(kind) is not { } known)
            return Task.FromResult(new TemplateTest([], [UnknownKind(kind)]));
        var isGiven = subject is not null || body is not null;
        var template = isGiven ? new StoredTemplate(subject, body) : stored.State.Templates.GetValueOrDefault(kind);
        var problems = isGiven ? desk.Problems(known, subject, body) : [];
        return Task.FromResult(new TemplateTest(problems.Count > 0 ? [] : desk.Preview(known, template), problems));
    }

    private string UnknownKind(string kind) => ChannelRules.Unknown(kind, postman.Kinds);

    // Saved with what was delivered. A template that was set anew meanwhile has not failed.
    private void NoteTemplate(string kind, string? problem)
    {
        if (problem is null || !stored.State.Templates.TryGetValue(kind, out var template))
            return;
        LogTemplateFailed(LogName, kind, LogWords.WithoutAddresses(problem));
        stored.State.Templates[kind] = template with { Failure = problem, FailedAt = clock.GetUtcNow() };
    }
}
