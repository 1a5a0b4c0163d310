using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Importing.Foreign;

/// <summary>One entry of another product's list while it is read: what it wishes, and what of that cannot be had here.</summary>
internal sealed class Wish(string? name, ReadingChoices choices)
{
    private readonly Remarks remarks = new();
    private readonly List<string> tags = [];
    private readonly WishedLook look = new(choices);
    private string? address;
    private string? whyNot;
    private TimeSpan? interval;
    private TimeSpan? timeout;
    private TimeSpan? slowAfter;
    private TimeSpan? grace;
    private bool? isCertificateTold;
    private bool? isDomainTold;
    private AcceptedStatuses? accept;
    private PatienceSettings? patience;

    /// <summary>How it is asked and what is expected of the answer.</summary>
    public WishedLook Look => look;

    public bool IsPaused { get; set; }

    /// <summary>Whose website it is, where the list says so.</summary>
    public OwnerId? Owner { get; set; }

    /// <summary>Who is told, where the list says so.</summary>
    public IReadOnlyList<EmailAddress> Emails { get; set; } = [];

    /// <summary>What it depends on, where the list says so.</summary>
    public WebsiteUrl? Parent { get; set; }

    /// <summary>Says what became of a part of it, once; null says nothing.</summary>
    public void Remark(string? sentence) => remarks.Add(sentence);

    /// <summary>It cannot be watched here; the first reason counts.</summary>
    public void Skip(string why) => whyNot ??= why;

    /// <summary>The address. A user name and password in it become what to log in with.</summary>
    public void Address(string? text)
    {
        (address, var user) = UserInAddress.TakeOut(text);
        if (user is not null)
            look.LogInWith(user);
    }

    /// <summary>A job that calls in by itself. It has to learn where.</summary>
    public void Job(string? text)
    {
        address = $"heartbeat://{WishRules.JobName(text ?? "job")}";
        Remark("The job has to call another address from now on: 'squirrel status --verbose' shows it.");
    }

    public void Every(double? seconds) => interval = WishRules.Seconds(seconds) ?? interval;

    public void Every(TimeSpan? wished) => interval = wished > TimeSpan.Zero ? wished : interval;

    public void GiveUpAfter(double? seconds) => timeout = WishRules.Seconds(seconds) ?? timeout;

    public void Grace(double? seconds) => grace = WishRules.Seconds(seconds) ?? grace;

    /// <summary>When it is slow. Of several such times the shortest counts.</summary>
    public void SlowAfter(double? milliseconds)
    {
        if (WishRules.Seconds(milliseconds / 1000) is { } wished && !(slowAfter <= wished))
            slowAfter = wished;
    }

    /// <summary>That an expiry date is not told; what is told is our default, and needs no word.</summary>
    public void Warn(bool? certificate, bool? domain) => (isCertificateTold, isDomainTold) = (certificate, domain);

    /// <summary>The statuses that count as up, as codes and ranges.</summary>
    public void Accept(IEnumerable<string> statuses)
    {
        var text = string.Join(',', statuses.Select(status => status.Replace(" ", "", StringComparison.Ordinal)));
        if (text.Length == 0)
            return;
        if (AcceptedStatuses.TryParse(text, out var read, out var problem))
            accept = read;
        else
            Remark($"{problem} 200-399 count as up here.");
    }

    public void Retry(double? count, double? pauseInSeconds)
    {
        if (count is not >= 1)
            return;
        (var delays, var remark) = WishRules.Retries((int)Math.Min(count.Value, 1000), WishRules.Seconds(pauseInSeconds) ?? TimeSpan.FromSeconds(30));
        patience = new PatienceSettings { RecheckDelays = delays };
        Remark(remark);
    }

    /// <summary>How much it takes to call it down or up, in our own numbers.</summary>
    public void Patience(IReadOnlyList<TimeSpan>? delays, int? successes) =>
        patience = delays is null && successes is null ? patience : new PatienceSettings { RecheckDelays = delays, SuccessesBeforeUp = successes };

    public void Tag(params IEnumerable<string?> added) => tags.AddRange(added.OfType<string>());

    /// <summary>Puts it among the good, the bad or the skipped ones of a list.</summary>
    public void AddTo(ListContent content)
    {
        var number = content.Next;
        var shown = WishRules.Name(name) ?? address ?? $"entry {number}";
        if (whyNot is not null)
            content.AddSkipped(number, shown, whyNot);
        else if (!WebsiteUrl.TryParse(address, out var url, out var problem))
            content.AddBad(number, $"{shown}: {problem}");
        else
            content.Add(new ListLine(number, url) { Name = WishRules.Name(name), Owner = Owner, Emails = Emails, Changes = Changes(url), IsPaused = IsPaused, Remarks = [.. remarks.All, .. look.Remarks] });
    }

    private WebsiteChanges Changes(WebsiteUrl url)
    {
        var isWebsite = url.Kind == WebsiteKind.Website;
        var isJob = url.Kind == WebsiteKind.Heartbeat;
        var takenTimeout = isJob ? null : Taken(timeout, WishRules.Timeout);
        if (IsPaused)
            Remark("It is paused, as it was.");
        return new WebsiteChanges
        {
            Name = WishRules.Name(name),
            Interval = Taken(interval, wished => WishRules.Interval(wished, url.Kind, choices.ShortestInterval)),
            Timeout = takenTimeout,
            Grace = isJob ? grace : null,
            Accept = isWebsite ? accept : null,
            Tags = tags.Count == 0 ? null : TakenTags(),
            Look = isWebsite ? look.Changes : null,
            Patience = isJob ? null : patience,
            Parent = Parent,
            Warnings = isJob ? null : Warnings(takenTimeout),
        };
    }

    private TimeSpan? Taken(TimeSpan? wished, Func<TimeSpan, (TimeSpan?, string?)> rule)
    {
        if (wished is null)
            return null;
        var (taken, remark) = rule(wished.Value);
        Remark(remark);
        return taken;
    }

    private WarningSettings? Warnings(TimeSpan? takenTimeout)
    {
        var warnings = new WarningSettings { SlowAfter = Taken(slowAfter, wished => WishRules.SlowAfter(wished, takenTimeout)), Certificate = isCertificateTold, Domain = isDomainTold };
        return warnings == new WarningSettings() ? null : warnings;
    }

    private IReadOnlyList<string> TakenTags()
    {
        var (taken, remark) = WishRules.Tags(tags);
        Remark(remark);
        return taken;
    }
}
