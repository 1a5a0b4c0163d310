namespace UptimeSquirrel.Web;

/// <summary>A page of the host that is none of ours; administrators find it in the navigation.</summary>
/// <param name="Title">What it is called there.</param>
/// <param name="Address">Where it is, from the root.</param>
public sealed record OperatorPage(string Title, string Address);
