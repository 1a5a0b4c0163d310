using UptimeSquirrel.Client;
using UptimeSquirrel.Client.Output;

return await Squirrel.RunAsync(args, Terminal.OfThisProcess());
