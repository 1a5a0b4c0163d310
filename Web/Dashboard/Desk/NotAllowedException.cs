namespace UptimeSquirrel.Web.Dashboard.Desk;

/// <summary>Somebody asked for something that their role, or the owner they belong to, does not let them have.</summary>
internal sealed class NotAllowedException() : Exception("That is not allowed for the person who is signed in.");
