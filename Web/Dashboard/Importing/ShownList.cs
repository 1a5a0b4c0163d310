using Microsoft.AspNetCore.Components.Forms;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Web.Dashboard.Importing;

/// <summary>A list that is on the screen, and what became of it, or would.</summary>
/// <param name="Given">What was given when it was read: as soon as that changes, the list is another.</param>
/// <param name="Content">What was read.</param>
/// <param name="Lines">Each line and what became of it.</param>
/// <param name="IsPreview">Whether nothing was done yet.</param>
internal sealed record ShownList(GivenChoices Given, ListContent Content, IReadOnlyList<ImportedLine> Lines, bool IsPreview);

/// <summary>What somebody gave and chose on the page.</summary>
internal sealed record GivenChoices(string Text, IBrowserFile? File, OwnerId? Owner, string Email, bool WithSecrets);
