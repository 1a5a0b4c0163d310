using Microsoft.AspNetCore.Identity;
using UptimeSquirrel.Accounts;
using UptimeSquirrel.Web.Access.Accounts;

namespace UptimeSquirrel.Web.Access.SigningIn;

/// <summary>Takes as long over a name that nobody has as over a wrong password: otherwise the time tells which names there are.</summary>
internal sealed class PasswordTimer
{
    private readonly PasswordHasher<Account> _hasher = new();
    private readonly Account _nobody = new() { Record = new User { Name = "nobody" } };
    private readonly string _hash;

    public PasswordTimer() => _hash = _hasher.HashPassword(_nobody, Guid.NewGuid().ToString());

    public SignInResult PretendToTry(string? password)
    {
        if (password is { Length: <= PasswordRules.Longest })
            _hasher.VerifyHashedPassword(_nobody, _hash, password);
        return SignInResult.Failed;
    }
}
