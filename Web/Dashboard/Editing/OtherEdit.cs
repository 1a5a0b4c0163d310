using System.Globalization;

namespace UptimeSquirrel.Web.Dashboard.Editing;

/// <summary>Somebody else changed a website while its form was open: puts together what both did, so that nothing of either is lost unseen.</summary>
internal static class OtherEdit
{
    // By what they are called in the form. What is secret is not shown to anybody, so it cannot be compared.
    private static readonly (string Field, string Label)[] _fields =
    [
        (nameof(WebsiteForm.Name), "Name"), (nameof(WebsiteForm.Every), "Look every"), (nameof(WebsiteForm.Grace), "Grace"), (nameof(WebsiteForm.Tags), "Tags"),
        (nameof(WebsiteForm.Parent), "Depends on"), (nameof(WebsiteForm.Method), "Method"), (nameof(WebsiteForm.Auth), "Log in with"),
        (nameof(WebsiteForm.StopsAtRedirect), "Do not follow redirects"), (nameof(WebsiteForm.IgnoresCertificate), "Accept any certificate"),
        (nameof(WebsiteForm.Family), "IP address"), (nameof(WebsiteForm.Timeout), "Time limit"), (nameof(WebsiteForm.Accept), "Statuses that count as up"),
        (nameof(WebsiteForm.Keyword), "Words that must be on the page"), (nameof(WebsiteForm.UnwantedKeyword), "Words that must not be there"),
        (nameof(WebsiteForm.Json), "JSON value"), (nameof(WebsiteForm.ExpectedHeaders), "Headers that the answer must have"), (nameof(WebsiteForm.Recheck), "Look again after"),
        (nameof(WebsiteForm.Successes), "Good looks that end an outage"), (nameof(WebsiteForm.SlowAfter), "Slow after"),
        (nameof(WebsiteForm.WarnsOfCertificate), "Warn before the certificate expires"), (nameof(WebsiteForm.WarnsOfDomain), "Warn before the domain expires"),
    ];

    /// <summary>The fields that are looked at.</summary>
    public static IEnumerable<string> Compared => _fields.Select(one => one.Field);

    /// <summary>Takes over what only the other one changed.</summary>
    /// <param name="mine">The form as it stands; what was not touched in it is theirs afterwards.</param>
    /// <param name="before">What both began with.</param>
    /// <param name="theirs">What the other one made of it.</param>
    /// <returns>What both changed, and differently: in the form it stays as it was typed.</returns>
    public static IReadOnlyList<Clash> Merge(WebsiteForm mine, WebsiteForm before, WebsiteForm theirs)
    {
        var clashes = new List<Clash>();
        foreach (var (name, label) in _fields)
        {
            var field = typeof(WebsiteForm).GetProperty(name)!;
            var (typed, was, now) = (field.GetValue(mine), field.GetValue(before), field.GetValue(theirs));
            if (Equals(now, was) || Equals(now, typed))
                continue;
            if (Equals(typed, was))
                field.SetValue(mine, now);
            else
                clashes.Add(new Clash(label, Convert.ToString(now, CultureInfo.CurrentCulture) ?? ""));
        }
        return clashes;
    }
}

/// <summary>A field that two people changed at the same time.</summary>
/// <param name="Label">What it is called in the form.</param>
/// <param name="Theirs">What the other one wrote; empty when they took it back.</param>
internal sealed record Clash(string Label, string Theirs);
