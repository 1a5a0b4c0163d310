namespace UptimeSquirrel.Grains.Dependencies;

/// <summary>What the website it depends on means for one that is down.</summary>
internal enum ParentVerdict
{
    /// <summary>Nothing: its owner is told.</summary>
    Tell,

    /// <summary>Not known yet: the other is being looked at.</summary>
    Wait,

    /// <summary>The other is down too, and this belongs to it.</summary>
    Fold,
}
