using Microsoft.Playwright;

namespace UptimeSquirrel.Tests.Dashboard.Support;

/// <summary>The pages behind the link that a new installation prints, and behind that of an invitation.</summary>
internal static class SignUp
{
    private const string Password = "nuts for the winter";

    public static async Task WithAsync(IPage page, string name)
    {
        await page.Locator("#name").FillAsync(name);
        await ChoosePasswordAsync(page);
    }

    public static async Task ChoosePasswordAsync(IPage page)
    {
        foreach (var field in await page.Locator("input[type=password]").AllAsync())
            await field.FillAsync(Password);
        await page.Locator("main button[type=submit]").First.ClickAsync();
    }

    public static async Task SignInAsync(IPage page, string name)
    {
        await WithAsync(page, name);
        await page.Locator("h1").First.WaitForAsync();
    }
}
