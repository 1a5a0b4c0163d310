using Microsoft.Playwright;

namespace UptimeSquirrel.Tests.Dashboard.Support;

/// <summary>The page behind the link that a new installation prints.</summary>
internal static class SignUp
{
    private const string Password = "nuts for the winter";

    public static async Task WithAsync(IPage page, string name)
    {
        await page.Locator("#name").FillAsync(name);
        foreach (var field in await page.Locator("input[type=password]").AllAsync())
            await field.FillAsync(Password);
        await page.Locator("button[type=submit]").ClickAsync();
    }
}
