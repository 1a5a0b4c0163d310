using System.Net;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Links;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>The HTML half of a mail: tables and inline styles, because mail programs know little else.</summary>
internal static class EmailHtml
{
    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

    public static string Write(AlertMessage words, AlertKind kind, IReadOnlyList<ActionLink> actions)
    {
        var (color, badge) = kind switch
        {
            AlertKind.WentDown => ("#c62828", "DOWN"),
            AlertKind.CameBack => ("#1b7f3b", "UP AGAIN"),
            AlertKind.StillDown => ("#c62828", "STILL DOWN"),
            AlertKind.WasDown => ("#1b7f3b", "WAS DOWN"),
            AlertKind.Report => ("#5b6670", "REPORT"),
            AlertKind.SiloInDoubt => ("#b45f06", "IN DOUBT"),
            AlertKind.CertificateExpires or AlertKind.DomainExpires => ("#b26a00", "EXPIRES SOON"),
            AlertKind.BecameSlow => ("#b26a00", "SLOW"),
            AlertKind.Renewed => ("#1b7f3b", "RENEWED"),
            AlertKind.FastAgain => ("#1b7f3b", "FAST AGAIN"),
            AlertKind.StartedFlapping => ("#b26a00", "FLAPPING"),
            AlertKind.SteadyAgain => ("#b26a00", "STEADY AGAIN"),
            AlertKind.SiloSureAgain => ("#1b7f3b", "SURE AGAIN"),
            AlertKind.Test => ("#5b6670", "TEST"),
            _ => ("#b26a00", "ATTENTION"),
        };
        var preview = words.Own is { } own ? string.Join(' ', own) : words.Explanation;
        return $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{{Escape(words.Subject)}}</title>
            <style>
            :root { color-scheme: light dark; supported-color-schemes: light dark; }
            @media (prefers-color-scheme: dark) {
            .page { background-color: #16181b !important; }
            .card { background-color: #22262b !important; border-color: {{color}} #363c43 #363c43 #363c43 !important; }
            .ink { color: #eceff2 !important; }
            .soft { color: #a3acb5 !important; }
            .line { border-color: #363c43 !important; }
            .link { color: #86b7fe !important; }
            }
            @media (max-width: 480px) {
            .label, .value { display: block !important; width: auto !important; }
            .label { padding-bottom: 0 !important; }
            .value { padding-top: 2px !important; border-top: 0 !important; }
            }
            </style>
            </head>
            <body class="page" style="margin:0;padding:0;background-color:#f3f4f6;">
            <div style="display:none;max-height:0;overflow:hidden;">{{Escape(preview)}}</div>
            <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background-color:#f3f4f6;">
            <tr><td align="center" style="padding:24px 12px;">
            <table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0"
             style="max-width:600px;background-color:#ffffff;border:1px solid #dfe3e8;border-top:6px solid {{color}};border-radius:8px;{{Font}};">
            <tr><td style="padding:28px 28px 0 28px;">
            <span style="display:inline-block;padding:4px 12px;border-radius:12px;background-color:{{color}};color:#ffffff;
             font-size:12px;font-weight:700;letter-spacing:1px;">{{badge}}</span>
            {{(words.Own is null ? Usual(words) : Own(words.Own))}}{{string.Concat(actions.Select(Button))}}{{Remark(words)}}</td></tr>
            </table>
            <p class="soft" style="margin:16px 0 0 0;font-size:12px;line-height:1.5;color:#5b6670;{{Font}};">{{EmailText.Footer}}</p>
            </td></tr>
            </table>
            </body>
            </html>

            """;
    }

    private static string Usual(AlertMessage words) => $"""
        <h1 class="ink" style="margin:16px 0 8px 0;font-size:24px;line-height:1.3;font-weight:700;color:#16191d;
         overflow-wrap:anywhere;"><bdi>{Escape(words.Headline)}</bdi></h1>
        <p class="ink" style="margin:0 0 20px 0;font-size:16px;line-height:1.5;color:#16191d;
         overflow-wrap:anywhere;">{Escape(words.Explanation)}</p>
        </td></tr>
        <tr><td style="padding:0 28px;">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
        {string.Concat(words.Facts.Select(Row))}</table>
        </td></tr>
        <tr><td style="padding:20px 28px 28px 28px;">
        <p class="ink" style="margin:0;font-size:15px;line-height:1.5;color:#16191d;">{Escape(words.Next)}</p>

        """;

    private static string Own(IReadOnlyList<string> lines) => $"""
        </td></tr>
        <tr><td style="padding:16px 28px 28px 28px;">
        <p class="ink" style="margin:0;font-size:16px;line-height:1.5;color:#16191d;
         overflow-wrap:anywhere;"><bdi>{string.Join("<br>\n", lines.Select(Escape))}</bdi></p>

        """;

    private static string Remark(AlertMessage words) => words.Remark is not { } remark ? "" : $"""
        <p class="soft" style="margin:16px 0 0 0;font-size:13px;line-height:1.5;color:#5b6670;">{Escape(remark)}</p>

        """;

    private static string Button(ActionLink action) => $"""
        <a class="ink line" href="{Escape(action.Url)}" style="display:inline-block;margin:16px 8px 0 0;padding:10px 18px;border:1px solid #c3cad2;border-radius:6px;
         font-size:15px;text-decoration:none;color:#16191d;">{Escape(action.Label)}</a>

        """;

    private static string Row(AlertFact fact)
    {
        var value = fact.IsAddress
            ? $"<a class=\"link\" href=\"{Escape(fact.Value)}\" style=\"color:#0b57d0;\">{Escape(fact.Value)}</a>"
            : Escape(fact.Value);
        return $"""
            <tr>
            <td class="label soft line" width="130" valign="top" style="padding:10px 12px 10px 0;border-top:1px solid #e6e9ed;
             font-size:14px;line-height:1.45;color:#5b6670;">{Escape(fact.Label)}</td>
            <td class="value ink line" valign="top" style="padding:10px 0;border-top:1px solid #e6e9ed;
             font-size:14px;line-height:1.45;color:#16191d;overflow-wrap:anywhere;word-break:break-word;">{value}</td>
            </tr>

            """;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
