namespace UptimeSquirrel.Client.Output;

/// <summary>How long alerts are gathered, for people.</summary>
internal static class DigestText
{
    public static string Of(TimeSpan? own, TimeSpan usual) => own is { } window ? Of(window) : $"{Of(usual)}, as this installation is configured";

    private static string Of(TimeSpan window) => window == TimeSpan.Zero ? "not at all: each alert is a message of its own" : $"{Duration.Format(window)} for one message";
}
