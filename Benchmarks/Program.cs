using System.CommandLine;
using UptimeSquirrel.Benchmarks.Alerts;
using UptimeSquirrel.Benchmarks.Approaches;
using UptimeSquirrel.Benchmarks.Beside;
using UptimeSquirrel.Benchmarks.Load;
using UptimeSquirrel.Benchmarks.Micro;
using UptimeSquirrel.Benchmarks.Pages;
using UptimeSquirrel.Benchmarks.Probe;
using UptimeSquirrel.Benchmarks.StatusPages;

var database = new Option<string?>("--database") { Description = "A connection string; without one, a fresh SQLite file." };

var perSecond = new Option<int>("--per-second") { Description = "How many checks begin in a second.", DefaultValueFactory = _ => 500 };
var length = new Option<int>("--seconds") { Description = "How long each turn takes.", DefaultValueFactory = _ => 20 };
var rounds = new Option<int>("--rounds") { Description = "How many turns each of the two gets.", DefaultValueFactory = _ => 4 };
var hanging = new Option<int>("--hanging") { Description = "How many checks wait at the same time after that, as with 'hang'; 0 = none.", DefaultValueFactory = _ => 20_000 };
var tls = new Option<string?>("--tls") { Description = "Look over https, at certificates with keys of this kind; nothing waits after that." };
tls.AcceptOnlyFromAmong(TargetCertificate.P256, TargetCertificate.Rsa);
var probe = new Command("probe", "The probe beside the bare HTTP client, in turns: processor time and allocation; then checks that wait: memory and threads.") { perSecond, length, rounds, hanging, tls };
probe.SetAction(async (parsed, cancellationToken) =>
{
    var turn = TimeSpan.FromSeconds(parsed.GetValue(length));
    if (parsed.GetValue(tls) is { } keys)
        return await TlsProbeRun.RunAsync(keys, parsed.GetValue(perSecond), turn, parsed.GetValue(rounds), cancellationToken);
    var besides = await ProbeRun.RunAsync(parsed.GetValue(perSecond), turn, parsed.GetValue(rounds), cancellationToken);
    var waiting = parsed.GetValue(hanging) is > 0 and var many ? await HangRun.RunAsync(many, cancellationToken) : 0;
    return Math.Max(besides, waiting);
});

var checks = new Option<int>("--checks") { Description = "How many checks wait at the same time.", DefaultValueFactory = _ => 20_000 };
var hang = new Command("hang", "Checks that wait for servers which never answer: memory and threads.") { checks };
hang.SetAction((parsed, cancellationToken) => HangRun.RunAsync(parsed.GetValue(checks), cancellationToken));
var hangPart = new Command(HangParts.Command, "Some of the checks of 'hang', which starts it itself.") { checks };
hangPart.Hidden = true;
hangPart.SetAction((parsed, cancellationToken) => HangParts.RunPartAsync(parsed.GetValue(checks), cancellationToken));

var owners = new Option<int>("--owners") { Description = "How many owners there are.", DefaultValueFactory = _ => 1000 };
var each = new Option<int>("--alerts") { Description = "How many alerts each owner gets.", DefaultValueFactory = _ => 10 };
var window = new Option<int>("--window") { Description = "Seconds in which alerts of one owner are gathered for one mail; 0 = each is a mail.", DefaultValueFactory = _ => 20 };
var cold = new Option<bool>("--cold") { Description = "The alerts are the first that the silo ever tells. Else a twentieth as many were told before." };
var alerts = new Command("alerts", "Many alerts for many owners at once: how soon all mails are out, and what a silo needs for it.") { owners, each, window, cold, database };
alerts.SetAction(async (parsed, cancellationToken) => await AlertsRun.RunAsync(
    new AlertsPlan(parsed.GetValue(owners), parsed.GetValue(each), TimeSpan.FromSeconds(parsed.GetValue(window)), parsed.GetValue(cold), parsed.GetValue(database)), cancellationToken));

var shown = new Option<int>("--websites") { Description = "How many websites are on the page.", DefaultValueFactory = _ => 20 };
var visitors = new Option<int>("--visitors") { Description = "How many visitors ask at the same time, each again as soon as it was answered.", DefaultValueFactory = _ => 64 };
var asking = new Option<int>("--seconds") { Description = "How long they ask.", DefaultValueFactory = _ => 30 };
var statusPage = new Command("status-page", "A public status page under heavy traffic: answers in a second, and what that costs the silo and the cluster.") { shown, visitors, asking, database };
statusPage.SetAction(async (parsed, cancellationToken) => await StatusPageRun.RunAsync(
    new StatusPagePlan(parsed.GetValue(shown), parsed.GetValue(visitors), TimeSpan.FromSeconds(parsed.GetValue(asking)), parsed.GetValue(database)), cancellationToken));

var stored = new Option<int>("--websites") { Description = "How many websites there are.", DefaultValueFactory = _ => 100_000 };
var times = new Option<int>("--times") { Description = "How often each page is opened, one after the other.", DefaultValueFactory = _ => 30 };
var empty = new Option<string>("--database") { Description = "The connection string of an empty PostgreSQL database.", Required = true };
var pages = new Command("pages", "The pages of the dashboard with many websites in the database: how long the silo takes for what they ask.") { stored, times, empty };
pages.SetAction((parsed, cancellationToken) => PagesRun.RunAsync(new PagesPlan(parsed.GetValue(stored), parsed.GetValue(times), parsed.GetValue(empty)!), cancellationToken));

var addresses = new Option<int>("--addresses");
var hangs = new Option<bool>("--hang");
var target = new Command(ProbeTarget.Command, "The other side of these benchmarks; they start it themselves.") { addresses, hangs, tls };
target.Hidden = true;
target.SetAction((parsed, _) => ProbeTarget.ServeAsync(parsed.GetValue(addresses), parsed.GetValue(hangs), parsed.GetValue(tls)));

// Whoever ends it early waits until everything that it started has ended.
var patience = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) };
return await new RootCommand("What UptimeSquirrel costs.") { LoadCommands.Load(), LoadCommands.Bare(), LoadCommands.Targets(), ApproachesCommands.Approaches(), ApproachesCommands.Approach(), BesideCommands.Beside(), MicroCommands.Micro(), probe, hang, hangPart, alerts, statusPage, pages, target }.Parse(args).InvokeAsync(patience);
