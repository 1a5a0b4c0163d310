using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Web.Api.Users;

/// <summary>Somebody who may sign in.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Owner">The only owner whose things they see and change; null = all of them.</param>
/// <param name="IsShutOut">Whether an administrator has shut them out.</param>
/// <param name="HasSecondFactor">Whether a code is asked for after the password.</param>
/// <param name="CreatedAt">When they were added.</param>
/// <param name="LastSignedInAt">The last sign-in; null = never.</param>
public sealed record UserView(
    string Name, UserRole Role, string? Owner, bool IsShutOut, bool HasSecondFactor, DateTimeOffset CreatedAt, DateTimeOffset? LastSignedInAt)
{
    internal static UserView Of(UserSummary user) =>
        new(user.Name, user.Role, user.Owner?.Text, user.IsShutOut, user.HasSecondFactor, user.CreatedAt, user.LastSignedInAt);

    internal static UserView Of(User user) =>
        new(user.Name, user.Role, user.Owner?.Text, user.IsShutOut, user.HasSecondFactor, user.CreatedAt, user.LastSignedInAt);
}

/// <summary>Somebody to add.</summary>
/// <param name="Name">The name to sign in with, which never changes: 1 to 100 letters, digits and . - _ + @.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Owner">The only owner whose things they see and change; null = all of them. An administrator is never bound to one.</param>
public sealed record UserBody(string Name, UserRole Role, string? Owner = null);

/// <summary>What somebody may do.</summary>
/// <param name="Role">The role.</param>
/// <param name="Owner">The only owner whose things they see and change; null = all of them. An administrator is never bound to one.</param>
public sealed record RightsBody(UserRole Role, string? Owner = null);

/// <summary>Somebody who was just added.</summary>
/// <param name="Link">Where they choose their password: once, within three days. It is not shown again.</param>
/// <param name="User">What is known of them.</param>
public sealed record NewUserView(string Link, UserView User);

/// <summary>A link with which somebody chooses a password.</summary>
/// <param name="Link">It works once, within three days, and is not shown again.</param>
public sealed record PasswordLinkView(string Link);
