namespace UptimeSquirrel.Web.Access;

/// <summary>Names the texts of the pages for signing in: <c>AccessTexts.resx</c>, and one file more for each other language.</summary>
public sealed class AccessTexts;
