namespace UptimeSquirrel.Probing;

/// <summary>Makes one answer of those about IPv6 and IPv4.</summary>
internal static class BothTogether
{
    public static ServerAnswer Of(ServerAnswer six, ServerAnswer four)
    {
        // That a name has no address of one family is nothing special: what the servers said about the other one is the news.
        if (six.Names.Addresses.Count == 0)
            return four.Names == NameAnswer.NoAddress ? six : four;
        if (four.Names.Addresses.Count == 0)
            return six;

        var shorter = six.TimeToLive < four.TimeToLive ? six.TimeToLive : four.TimeToLive;
        return new ServerAnswer(NameAnswer.Found([.. six.Names.Addresses, .. four.Names.Addresses]), shorter, IsFinal: true);
    }
}
