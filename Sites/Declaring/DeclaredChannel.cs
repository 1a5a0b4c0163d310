using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Sites.Declaring;

/// <summary>A way of telling an owner that is to be there.</summary>
/// <param name="Kind">The name of a <see cref="ChannelKind"/>.</param>
/// <param name="Settings">What it takes, by name.</param>
/// <param name="FromEnvironment">The names of those settings whose values come from the environment.</param>
/// <param name="Use">For what it is used.</param>
/// <param name="Place">Where that is said.</param>
internal sealed record DeclaredChannel(string Kind, IReadOnlyDictionary<string, string> Settings, IReadOnlySet<string> FromEnvironment, ChannelUse Use, string Place);
