using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Owners;

/// <summary>One owner: how to reach them, and what they still have to be told. The key is <see cref="OwnerId.GrainKey"/>.</summary>
[Alias("uptime.owner-notification")]
public interface IOwnerNotificationGrain : IGrainWithStringKey
{
    /// <summary>Takes over an alert. When this returns, the alert is stored and will be told, even if every machine restarts.</summary>
    /// <param name="alert">The alert; one whose id is known already is accepted and told once.</param>
    /// <remarks>When this throws, the alert was not accepted and is not told from here.</remarks>
    [Alias("Accept")]
    Task AcceptAsync(Alert alert);

    /// <summary>Takes over an alert that was told over some channels already, while the database was away.</summary>
    /// <param name="alert">The alert; one whose id is known already is accepted and told once.</param>
    /// <param name="told">What was done so far: over a channel that is done with it is not told again, also when the alert is known already.</param>
    [Alias("AcceptTold")]
    Task AcceptToldAsync(Alert alert, IReadOnlyList<ToldChannel> told);

    /// <summary>Replaces the e-mail addresses that are told.</summary>
    /// <param name="emails">At most 20; none at all means that nobody is told.</param>
    /// <returns>The owner as it is now, or what was wrong.</returns>
    [Alias("SetEmails")]
    Task<OwnerStatus> SetEmailsAsync(IReadOnlyList<EmailAddress> emails);

    /// <summary>Adds e-mail addresses to those that are told; known ones change nothing.</summary>
    /// <param name="emails">At most 20 in all: what goes beyond is not added.</param>
    /// <returns>The owner as it is now.</returns>
    [Alias("AddEmails")]
    Task<OwnerStatus> AddEmailsAsync(IReadOnlyList<EmailAddress> emails);

    /// <summary>Adds a way of telling this owner beside those there are. What still waits to be told is told over it, too.</summary>
    /// <param name="kind">The name of a <see cref="ChannelKind"/>.</param>
    /// <param name="settings">What it takes, by name; secrets are stored encrypted.</param>
    /// <returns>The channel, or everything that is wrong with it.</returns>
    [Alias("AddChannel")]
    Task<ChannelChange> AddChannelAsync(string kind, IReadOnlyDictionary<string, string> settings);

    /// <summary>Adds a way of telling this owner that is used only for some of what there is to tell.</summary>
    /// <param name="kind">The name of a <see cref="ChannelKind"/>.</param>
    /// <param name="settings">What it takes, by name; secrets are stored encrypted.</param>
    /// <param name="use">For what it is used.</param>
    /// <returns>The channel, or everything that is wrong with it.</returns>
    [Alias("AddChannelForUse")]
    Task<ChannelChange> AddChannelAsync(string kind, IReadOnlyDictionary<string, string> settings, ChannelUse use);

    /// <summary>Tells this owner in another way over a channel there is. What still waits to be told over it is told in that way.</summary>
    /// <param name="channel">Its <see cref="ContactChannel.Id"/>; not that of an e-mail address.</param>
    /// <param name="settings">What it takes, by name, in place of all earlier ones; secrets are stored encrypted.</param>
    /// <param name="use">For what it is used.</param>
    /// <returns>The channel, or everything that is wrong with it; null when there is no such channel.</returns>
    [Alias("ChangeChannel")]
    Task<ChannelChange?> ChangeChannelAsync(string channel, IReadOnlyDictionary<string, string> settings, ChannelUse use);

    /// <summary>Takes a way of telling this owner away, be it a channel or an e-mail address.</summary>
    /// <param name="channel">Its <see cref="ContactChannel.Id"/>.</param>
    /// <returns>What was taken away; null when there is no such channel.</returns>
    [Alias("RemoveChannel")]
    Task<ContactChannel?> RemoveChannelAsync(string channel);

    /// <summary>Which channels have these very settings, secrets and all.</summary>
    /// <param name="kind">The name of a <see cref="ChannelKind"/>.</param>
    /// <param name="settings">All of its settings, by name.</param>
    /// <returns>The <see cref="ContactChannel.Id"/> of each, in the order they were added. One whose secrets cannot be read any more is like no other.</returns>
    [Alias("FindChannels")]
    Task<IReadOnlyList<string>> FindChannelsAsync(string kind, IReadOnlyDictionary<string, string> settings);

    /// <summary>Sends a test message over every channel at once, also over one that is broken: if it works again, it is used again.</summary>
    /// <returns>What came of it, within 25 seconds, in the order of the channels.</returns>
    [Alias("Test")]
    Task<IReadOnlyList<ChannelTest>> TestAsync();

    /// <summary>An outage that is not over.</summary>
    /// <param name="website">The website that is down.</param>
    /// <param name="incident">Only if it is this very incident; null = whichever is open.</param>
    /// <returns>The incident; null when there is no such open one.</returns>
    [Alias("GetIncident")]
    Task<OpenIncident?> GetIncidentAsync(WebsiteId website, string? incident);

    /// <summary>Notes that somebody has taken an outage on: no more reminders, and no further channels. Its end is told all the same.</summary>
    /// <param name="website">The website that is down.</param>
    /// <param name="incident">Only if it is this very incident; null = whichever is open.</param>
    /// <param name="by">Who; at most 100 characters are kept.</param>
    /// <param name="note">What they say about it; at most 300 characters are kept.</param>
    /// <returns>The incident as it is now, with whoever was first; null when there is no such open one.</returns>
    [Alias("Acknowledge")]
    Task<OpenIncident?> AcknowledgeAsync(WebsiteId website, string? incident, string by, string? note);

    /// <summary>The outage of a website is nobody's business any more, because it is not watched now: no reminders, and no further channels.</summary>
    /// <param name="website">The website that was down.</param>
    [Alias("ForgetOutage")]
    Task ForgetOutageAsync(WebsiteId website);

    /// <summary>Tells nothing of an outage for a while but its end: no reminders, and no further channels.</summary>
    /// <param name="website">The website that is down.</param>
    /// <param name="incident">Only if it is this very incident; null = whichever is open.</param>
    /// <param name="until">Until when, UTC; null = not any more.</param>
    /// <returns>The incident as it is now; null when there is no such open one.</returns>
    [Alias("Mute")]
    Task<OpenIncident?> MuteAsync(WebsiteId website, string? incident, DateTimeOffset? until);

    /// <summary>Says when this owner does not want to be disturbed. What waits for the end of the earlier quiet hours is planned anew.</summary>
    /// <param name="quiet">The quiet hours; null = none.</param>
    /// <returns>What is wrong with them, a sentence each; empty when they hold from now on.</returns>
    [Alias("SetQuietHours")]
    Task<IReadOnlyList<string>> SetQuietHoursAsync(QuietHours? quiet);

    /// <summary>Says how long this owner's alerts are gathered for one message. It counts for those that come from then on.</summary>
    /// <param name="window">How long, zero to 5 minutes; at zero each alert is a message of its own. Null = as long as the installation says.</param>
    /// <returns>What is wrong with it, a sentence each; empty when it holds from now on.</returns>
    [Alias("SetDigestWindow")]
    Task<IReadOnlyList<string>> SetDigestWindowAsync(TimeSpan? window);

    /// <summary>Says how often this owner gets a report by mail, beginning with the week or month that is under way.</summary>
    /// <param name="plan">How often; null = not any more.</param>
    /// <returns>What is wrong with the plan, a sentence each; empty when it holds from now on.</returns>
    [Alias("SetReport")]
    Task<IReadOnlyList<string>> SetReportAsync(ReportPlan? plan);

    /// <summary>Says how this owner's messages over one kind of channel are to read, in place of whatever was said before.</summary>
    /// <param name="kind">The name of a <see cref="ChannelKind"/>.</param>
    /// <param name="subject">The template of the subject; null = the usual one.</param>
    /// <param name="body">The template of the rest; null = the usual one.</param>
    /// <returns>The template, or everything that is wrong with it.</returns>
    [Alias("SetTemplate")]
    Task<TemplateChange> SetTemplateAsync(string kind, string? subject, string? body);

    /// <summary>Has the messages over one kind of channel read as usual again.</summary>
    /// <param name="kind">The name of a <see cref="ChannelKind"/>.</param>
    /// <returns>The template that was set; null when there was none.</returns>
    [Alias("RemoveTemplate")]
    Task<OwnerTemplate?> RemoveTemplateAsync(string kind);

    /// <summary>Shows how messages over one kind of channel would read. Nothing is sent and nothing is changed.</summary>
    /// <param name="kind">The name of a <see cref="ChannelKind"/>.</param>
    /// <param name="subject">A template of the subject to try.</param>
    /// <param name="body">A template of the rest to try. When both are null, the template that is set is tried, and the usual words when none is.</param>
    [Alias("TestTemplate")]
    Task<TemplateTest> TestTemplateAsync(string kind, string? subject, string? body);

    /// <summary>Changes one thing about this owner, unless somebody else was faster.</summary>
    /// <param name="change">What to change.</param>
    /// <param name="ifMark">The <see cref="OwnerStatus.Mark"/> that was read: with another one nothing is changed. Null = never mind.</param>
    [Alias("Change")]
    Task<OwnerChangeResult> ChangeAsync(OwnerChange change, string? ifMark);

    /// <summary>
    /// Takes this owner away: how they are reached, what they are reminded of, their defaults and their maintenance windows. What waits to be told is given up,
    /// with a record for each. Refused while websites, status pages, API keys or users belong to them.
    /// </summary>
    /// <param name="ifMark">The <see cref="OwnerStatus.Mark"/> that was read: with another one nothing is done. Null = never mind.</param>
    /// <remarks>An alert that comes later reaches nobody, and its record says why. Whoever says something about an owner of this name makes a new one.</remarks>
    [Alias("Remove")]
    Task<OwnerRemoval> RemoveAsync(string? ifMark);

    /// <summary>How this owner is reached, and what waits to be told.</summary>
    [Alias("GetStatus")]
    Task<OwnerStatus> GetStatusAsync();
}
