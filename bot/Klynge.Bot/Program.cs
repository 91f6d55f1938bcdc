using Klynge.Bot.CommandLine;

return await CommandLineRunner.RunAsync(args);
