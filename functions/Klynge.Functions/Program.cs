using Klynge.Functions.Hosting;

return await WorkerHost.RunAsync(args);
