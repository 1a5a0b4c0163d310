using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>An owner's own words on their way: they outlive a restart, and when they fail the usual ones are sent with a remark.</summary>
public sealed class OwnerTemplateTests : IAsyncLifetime
{
    private GrainHouse _house = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await GrainHouse.OpenAsync();
        await _house.Owner().SetEmailsAsync([EmailAddress.Parse("alice@shop.example")]);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_template_is_used_until_it_is_removed()
    {
        (await _house.Owner().SetTemplateAsync("email", "[shop] {{ subject }}", null)).Problems.ShouldBeEmpty();
        await _house.RestartAsync();
        await _house.Owner().AcceptAsync(Down("Shop", 1));
        (await _house.Mail.WaitForMailAsync(1))[0].Subject.ShouldBe("[shop] DOWN: Shop (shop.example)");

        (await _house.Owner().RemoveTemplateAsync("email"))!.Subject.ShouldBe("[shop] {{ subject }}");
        (await _house.Owner().RemoveTemplateAsync("email")).ShouldBeNull();
        await _house.Owner().AcceptAsync(Down("Shop", 2));

        (await _house.Mail.WaitForMailAsync(2))[1].Subject.ShouldBe("DOWN: Shop (shop.example)");
        (await _house.Owner().GetStatusAsync()).Templates.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_template_that_fails_is_remarked_in_the_mail_and_with_the_owner()
    {
        await _house.Owner().SetTemplateAsync("email", null, "{% if website.name == 'Blog' %}{{ 1 | divided_by: 0 }}{% endif %}Call Anna.");

        await _house.Owner().AcceptAsync(Down("Blog", 1));

        var mail = (await _house.Mail.WaitForMailAsync(1))[0];
        mail.Text.ShouldStartWith("Blog is down.");
        mail.Text.ShouldContain("Your template could not be used");

        // What became of the template is noted after the mail is on its way.
        var owner = await Eventually.GetAsync(() => _house.Owner().GetStatusAsync(), status => status.Templates is [{ Failure: not null }]);
        var template = owner.Templates.ShouldHaveSingleItem();
        template.Failure.ShouldNotBeNull().ShouldStartWith("Body: ");
        template.FailedAt.ShouldNotBeNull();

        (await _house.Owner().SetTemplateAsync("email", null, "Call Anna.")).Template!.Failure.ShouldBeNull();
        (await _house.Owner().GetStatusAsync()).Templates.Single().Failure.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_is_changed()
    {
        (await _house.Owner().SetTemplateAsync("pigeon", "x", null)).Problems.Single().ShouldStartWith("'pigeon' is not a kind of channel: expected one of ");
        (await _house.Owner().SetTemplateAsync("email", null, "{{ webiste }}")).Problems.Single().ShouldStartWith("The body cannot be read. There is no 'webiste'");
        (await _house.Owner().TestTemplateAsync("email", "{{ subject", null)).Problems.ShouldNotBeEmpty();
        (await _house.Owner().TestTemplateAsync("email", null, null)).Previews.Count.ShouldBe(4);

        (await _house.Owner().GetStatusAsync()).Templates.ShouldBeEmpty();
    }

    private static Alert Down(string name, int number) => Film.Play("- - -").State.Unsent[0] with { Id = $"{name}-{number}", IncidentId = $"{name}-{number}", Name = name };
}
