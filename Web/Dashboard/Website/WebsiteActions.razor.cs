using Microsoft.AspNetCore.Components;
using MudBlazor;
using UptimeSquirrel.Web.Dashboard.Desk;
using UptimeSquirrel.Web.Dashboard.Parts;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Website;

/// <summary>Checks one website, here or from every silo, traces, pauses, resumes and removes it.</summary>
public sealed partial class WebsiteActions
{
    private bool _isBusy;

    /// <summary>Which website.</summary>
    [Parameter, EditorRequired]
    public WebsiteStatus Website { get; set; } = null!;

    /// <summary>Something was done to it.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private FrontDesk Desk { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private IWebsiteGrain Grain => Desk.Grains.GetGrain<IWebsiteGrain>(Website.Id.Value);

    private Task CheckAsync() => DoAsync("website.check", Grain.CheckNowAsync, seen => seen?.LastCheck switch
    {
        null => L["It was not looked at."],
        { IsHealthy: true } check => L["It is well: it answered in {0}.", Phrases.Latency(check.Latency)],
        var check => check.Reason ?? "",
    });

    private Task PauseAsync() => DoAsync("website.pause", Grain.PauseAsync, _ => L["It is not looked at until it is resumed."]);

    private Task ResumeAsync() => DoAsync("website.resume", Grain.ResumeAsync, _ => L["It is looked at again."]);

    private async Task TraceAsync()
    {
        if (await LookAsync("website.trace", Grain.TraceAsync) is { } trace)
            await TraceDialog.ShowAsync(Dialogs, L["The whole story of one look"], trace);
    }

    private async Task LookEverywhereAsync()
    {
        if (await LookAsync("website.look-from-everywhere", Grain.LookFromEverywhereAsync) is { } looks)
            await EverywhereDialog.ShowAsync(Dialogs, L["Seen from every silo"], looks);
    }

    private async Task<T?> LookAsync<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        T? seen = null;
        _isBusy = true;
        await Desk.TryAsync(async () => seen = await Desk.ChangeAsync(Website.Owner, what, Website.Url.Text, look));
        _isBusy = false;
        return seen;
    }

    private async Task RemoveAsync()
    {
        if (!await ConfirmDialog.AskAsync(Dialogs, L["Remove {0}?", Website.Settings.Name], L["It is not watched any more, and its history is forgotten. This cannot be undone."], L["Remove"]))
            return;
        if (await Desk.TryAsync(() => Desk.ChangeAsync(Website.Owner, "website.remove", Website.Url.Text, Grain.RemoveAsync), L["{0} is not watched any more.", Website.Url.Text]))
            Navigation.NavigateTo("/websites");
    }

    private async Task DoAsync(string what, Func<Task<WebsiteStatus?>> act, Func<WebsiteStatus?, string> say)
    {
        _isBusy = true;
        WebsiteStatus? after = null;
        if (await Desk.TryAsync(async () => after = await Desk.ChangeAsync(Website.Owner, what, Website.Url.Text, act)))
            Desk.Say(after is null ? L["This website is not watched any more."] : say(after), after?.LastCheck?.IsHealthy == false && what == "website.check" ? Severity.Warning : Severity.Success);
        _isBusy = false;
        await Changed.InvokeAsync();
    }
}
