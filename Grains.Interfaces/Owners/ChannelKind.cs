namespace UptimeSquirrel.Owners;

/// <summary>A way of telling people that this installation knows, and what it takes.</summary>
/// <param name="Name">What it is called in commands: <c>ntfy</c>.</param>
/// <param name="Title">What it is, for people who do not know it.</param>
/// <param name="Settings">What it takes. The first says where its messages go.</param>
[GenerateSerializer, Immutable, Alias("uptime.channel-kind")]
public sealed record ChannelKind([property: Id(0)] string Name, [property: Id(1)] string Title, [property: Id(2)] IReadOnlyList<ChannelSetting> Settings)
{
    /// <summary>How many alerts one of its messages may tell. With 1 each alert is told at once and alone, for the other side groups them itself.</summary>
    [Id(3)]
    public int AlertsPerMessage { get; init; } = int.MaxValue;

    /// <summary>What its messages are, which decides how many there may be in an hour.</summary>
    [Id(4)]
    public ChannelMedium Medium { get; init; }

    /// <summary>Whether its whole message is JSON, so that a template of its body has to make JSON.</summary>
    [Id(50)]
    public bool IsJson { get; init; }

    /// <summary>The names of the settings that are secrets.</summary>
    public HashSet<string> SecretNames() => Settings.Where(setting => setting.IsSecret).Select(setting => setting.Name).ToHashSet();
}

/// <summary>What the messages of a channel are.</summary>
[GenerateSerializer, Alias("uptime.channel-medium")]
public enum ChannelMedium
{
    /// <summary>Push messages, or messages in a chat.</summary>
    Push = 0,

    /// <summary>Mails.</summary>
    Mail = 1,

    /// <summary>Text messages, each of which costs money.</summary>
    Text = 2,

    /// <summary>Events for a program, which takes as many as there are.</summary>
    Program = 3,
}

/// <summary>Something a channel must or may be told.</summary>
/// <param name="Name">What it is called in commands: lower case, with hyphens.</param>
/// <param name="Meaning">What it is, and its default when it need not be given.</param>
/// <param name="Example">How one looks.</param>
[GenerateSerializer, Immutable, Alias("uptime.channel-setting")]
public sealed record ChannelSetting([property: Id(0)] string Name, [property: Id(1)] string Meaning, [property: Id(2)] string Example)
{
    /// <summary>Whether it must be given.</summary>
    [Id(3)]
    public bool IsRequired { get; init; }

    /// <summary>Whether it is stored encrypted and never shown in full.</summary>
    [Id(4)]
    public bool IsSecret { get; init; }
}
