namespace UptimeSquirrel.Web.Dashboard.Language;

/// <summary>Names the words of the dashboard: the English sentence is the key, <c>Words.de.resx</c> says it in German.</summary>
internal sealed class Words;
