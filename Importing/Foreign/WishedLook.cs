using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;

namespace UptimeSquirrel.Importing.Foreign;

/// <summary>How an entry is asked and what it expects, as far as that can be had here. What cannot is left out with a remark.</summary>
internal sealed class WishedLook(ReadingChoices choices)
{
    private static readonly LookChanges Nothing = new();

    private readonly Remarks remarks = new();
    private LookChanges changes = new();

    public IReadOnlyList<string> Remarks => remarks.All;

    /// <summary>All that was taken; null when nothing was.</summary>
    public LookChanges? Changes => changes == Nothing ? null : changes;

    /// <summary>The method. GET is what everybody starts with, and what we ask with where HEAD does not do: it is not insisted on.</summary>
    public void Method(string? text)
    {
        if (text is null || text.Equals("GET", StringComparison.OrdinalIgnoreCase))
            return;
        Insist(text);
    }

    /// <summary>The method, be it GET.</summary>
    public void Insist(string? text)
    {
        if (text is null)
            return;
        if (CheckMethods.TryParse(text, out var method, out var problem))
            Take(changes with { Method = method });
        else
            remarks.Add($"{problem} It was left out.");
    }

    public void Header(string name, string value)
    {
        if (RequestHeader.IsSecret(name) && !choices.WithSecrets)
            LeftOut($"The header {PlainText.Start(name, 60)}");
        else
            Take(changes with { Headers = [.. changes.Headers ?? [], RequestHeader.Of(name, value)] });
    }

    public void Body(string? text)
    {
        if (text is null)
            return;
        if (choices.WithSecrets)
            Take(changes with { Body = Secret.Of(text) });
        else
            LeftOut("The body that is sent along");
    }

    public void LogIn(string? user, string? password)
    {
        if (user is not null || password is not null)
            LogInWith($"{user}:{password}");
    }

    /// <summary>Logs in with a user name and password that have a colon between them.</summary>
    public void LogInWith(string userAndPassword)
    {
        if (choices.WithSecrets)
            Take(changes with { Credentials = new Credentials(AuthScheme.Basic, Secret.Of(userAndPassword)) });
        else
            LeftOut("What it logs in with");
    }

    public void Token(string? text)
    {
        if (text is null)
            return;
        if (choices.WithSecrets)
            Take(changes with { Credentials = new Credentials(AuthScheme.Bearer, Secret.Of(text)) });
        else
            LeftOut("What it logs in with");
    }

    public void Words(string? words, bool isUnwanted = false)
    {
        if (words is null)
            return;
        if ((isUnwanted ? changes.UnwantedKeyword : changes.Keyword) is { } known && known != words)
        {
            remarks.Add($"The words '{PlainText.Start(words, 60)}' were left out: '{PlainText.Start(known, 60)}' are looked for already, and one text is all that can be.");
            return;
        }
        var readable = changes.Method == CheckMethod.Head ? changes with { Method = null } : changes;
        Take(isUnwanted ? readable with { UnwantedKeyword = words } : readable with { Keyword = words });
    }

    public void Json(string? path, string? value)
    {
        if (path is null)
            return;
        var text = value is null ? path : $"{path}={value}";
        if (!JsonExpectation.TryParse(text, out var expectation, out _))
            remarks.Add($"What it expects of the JSON, '{PlainText.Start(text, 60)}', was left out: only a path such as status or $.checks[0].state can be compared here.");
        else if (changes.Json is { } known && expectation != known)
            remarks.Add($"What it expects of the JSON, '{PlainText.Start(text, 60)}', was left out: '{PlainText.Start(known.ToString(), 60)}' is compared already, and one value is all that can be.");
        else
            Take(changes with { Json = expectation });
    }

    public void ExpectHeader(string text)
    {
        if (HeaderExpectation.TryParse(text, out var expectation, out var problem))
            Take(changes with { ExpectedHeaders = [.. changes.ExpectedHeaders ?? [], expectation] });
        else
            remarks.Add($"{problem} It was left out.");
    }

    public void StopAtRedirect(bool? stops)
    {
        if (stops == true)
            changes = changes with { StopsAtRedirect = true };
    }

    public void IgnoreCertificate(bool? ignores)
    {
        if (ignores == true)
            changes = changes with { IgnoresCertificate = true };
    }

    public void Family(IpFamily family)
    {
        if (family != IpFamily.Any)
            changes = changes with { Family = family };
    }

    private void Take(LookChanges wished)
    {
        if (LookProblems.Find(wished.ApplyTo(null, []) ?? LookSettings.Default).FirstOrDefault() is { } problem)
            remarks.Add($"{problem.Message} It was left out.");
        else
            changes = wished;
    }

    private void LeftOut(string what) => remarks.Add($"{what} was left out: --with-secrets takes secrets over.");
}
