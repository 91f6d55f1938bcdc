using Klynge.Functions.Hosting;

return await FunctionsHost.RunAsync(args);
