namespace UptimeSquirrel.Grains.Doubt;

/// <summary>What an examination of ourselves came to.</summary>
internal enum Finding
{
    /// <summary>We see most of the sample up again.</summary>
    WeSeeThem,

    /// <summary>We see the sample down, and others see most of it up.</summary>
    OthersSeeThem,

    /// <summary>Nobody sees the sample up, and no reference address answers: the way to the world is cut.</summary>
    NothingAnswers,

    /// <summary>Nobody sees the sample up, but a reference address answers: those websites are down.</summary>
    TheyAreDown,

    /// <summary>Nobody sees the sample up, and there are no reference addresses to compare with.</summary>
    NobodyToAsk,
}
