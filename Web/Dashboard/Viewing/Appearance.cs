namespace UptimeSquirrel.Web.Dashboard.Viewing;

/// <summary>How the pages look.</summary>
internal enum Appearance
{
    /// <summary>As the viewer's system does.</summary>
    System,
    Light,
    Dark,
}
