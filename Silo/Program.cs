using UptimeSquirrel.Silo.Starting;

return await SiloStart.RunAsync(args);
