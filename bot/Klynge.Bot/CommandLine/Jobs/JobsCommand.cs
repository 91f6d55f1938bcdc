using System.CommandLine;
using Klynge.Application.Jobs;
using Klynge.Bot.CommandLine.Boards;

namespace Klynge.Bot.CommandLine.Jobs;

/// <summary><c>jobs</c>: what happens without a person, when it last did, when it will, and what fails.</summary>
internal static class JobsCommand
{
    internal static Command Create(CommandServices services)
    {
        var json = new Option<bool>("--json") { Description = JobsTexts.Json };
        var command = new Command("jobs", JobsTexts.Jobs) { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var provider = await services.OpenAsync(cancellationToken);
            var jobs = await provider.GetRequiredService<JobQueries>().ListAsync(cancellationToken);
            if (parsed.GetValue(json))
                await JobsAsJson.WriteAsync(jobs, cancellationToken);
            else
                JobsConsole.Show(BoardConsole.Create(), jobs);

            return ExitCodes.Success;
        });
        return command;
    }
}
