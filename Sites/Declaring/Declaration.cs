namespace UptimeSquirrel.Sites.Declaring;

/// <summary>What files say that is to be, or everything that is wrong with them.</summary>
internal sealed record Declaration
{
    public IReadOnlyList<DeclaredWebsite> Websites { get; init; } = [];

    public IReadOnlyList<DeclaredOwner> Owners { get; init; } = [];

    /// <summary>Whether websites are spoken of at all, be it that there are none.</summary>
    public bool SpeaksOfWebsites { get; init; }

    /// <summary>What is wrong, a sentence each; then none of the rest is to be used.</summary>
    public IReadOnlyList<string> Mistakes { get; init; } = [];

    /// <summary>What several files say together. The same thing said twice is a mistake.</summary>
    public static Declaration Of(IReadOnlyCollection<Declaration> files)
    {
        var (websites, owners) = (files.SelectMany(file => file.Websites).ToList(), files.SelectMany(file => file.Owners).ToList());
        return new Declaration
        {
            Websites = websites,
            Owners = owners,
            SpeaksOfWebsites = files.Any(file => file.SpeaksOfWebsites),
            Mistakes =
            [
                .. files.SelectMany(file => file.Mistakes),
                .. Repeated(websites.Select(website => (Key: (website.Owner.Text, website.Url.Text), What: $"{website.Url} of '{website.Owner}'", website.Place))),
                .. Repeated(owners.Select(owner => (Key: owner.Id.Text, What: $"the owner '{owner.Id}'", owner.Place))),
                .. owners.SelectMany(owner => Repeated((owner.Windows ?? []).Select(window => (Key: window.Name, What: $"the maintenance '{window.Name}' of '{owner.Id}'", window.Place)))),
            ],
        };
    }

    private static IEnumerable<string> Repeated<T>(IEnumerable<(T Key, string What, string Place)> all) =>
        all.GroupBy(one => one.Key).Where(same => same.Count() > 1).Select(same => $"{same.ElementAt(1).Place}: {same.First().What} is there already, in {same.First().Place}.");
}
