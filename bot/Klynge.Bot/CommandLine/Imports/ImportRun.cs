using Klynge.Application.Data;
using Klynge.Application.Minutes;
using Klynge.Application.Rights;
using Klynge.Documents.Reading;
using Klynge.Domain.Common;
using Klynge.Domain.Minutes;
using Spectre.Console;

namespace Klynge.Bot.CommandLine.Imports;

/// <summary>One <c>import</c> that stores: a file, or several with a progress bar, where one that cannot be read does not stop the rest.</summary>
internal sealed class ImportRun(CommandServices services, string? forum, bool replace, bool reviewed)
{
    internal Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (ImportFiles.IsOneFile(paths))
            return FileAsync(paths[0], cancellationToken);

        var files = ImportFiles.Of(paths);
        return files is [{ Error: { } error }] ? Refusal.SayAsync(error, ExitCodes.BadInput) : SeveralAsync(files, cancellationToken);
    }

    private async Task<int> FileAsync(string path, CancellationToken cancellationToken)
    {
        var read = await ImportMinutes.ReadAsync(path, cancellationToken);
        if (!read.TryGet(out var document, out var error))
            return await Refusal.SayAsync(error, ExitCodes.BadInput);

        await using var provider = await services.OpenWithForumsAsync(cancellationToken);
        var stored = await StoreAsync(provider, document, cancellationToken);
        if (!stored.TryGet(out var meeting, out error))
            return await Refusal.SayAsync(error, Refusal.ExitCodeOf(error));

        ImportReport.Write(AnsiConsole.Console, document, meeting);
        return ExitCodes.Success;
    }

    private async Task<int> SeveralAsync(IReadOnlyList<ImportFile> files, CancellationToken cancellationToken)
    {
        await using var provider = await services.OpenWithForumsAsync(cancellationToken);
        var results = await ProgressBar.ShowAsync("Læser ind", async progress =>
        {
            var done = new List<(string File, Result<ImportedMeeting> Result)>();
            foreach (var file in files)
            {
                var read = await file.ReadAsync(cancellationToken);
                done.Add((file.Name, read.TryGet(out var document, out var error) ? await StoreAsync(provider, document, cancellationToken) : error));
                progress.Report((double)done.Count / files.Count);
            }

            return done;
        });

        ImportReport.Write(AnsiConsole.Console, [.. results.Where(one => one.Result.IsSuccess).Select(one => (one.File, one.Result.Value))]);
        return await SayAllAsync([.. results.Where(one => !one.Result.IsSuccess)]);
    }

    private static async Task<int> SayAllAsync(IReadOnlyList<(string File, Result<ImportedMeeting> Result)> refused)
    {
        if (refused.Count == 0)
            return ExitCodes.Success;

        await Console.Error.WriteLineAsync($"{refused.Count} kunne ikke læses ind:");
        foreach (var (file, result) in refused)
            await Console.Error.WriteLineAsync($"{file}: {result.Error!.Text}");

        return ExitCodes.BadInput;
    }

    /// <summary>Stores the meeting, and the document of one that was held, so that <c>referat</c> has something to open.</summary>
    private async Task<Result<ImportedMeeting>> StoreAsync(IServiceProvider provider, MinutesDocument document, CancellationToken cancellationToken)
    {
        var request = new ImportMeetingRequest(document, forum, replace, reviewed);
        var imported = await provider.GetRequiredService<ImportMeeting>().HandleAsync(Caller.Of(ProgramRights.Import), request, cancellationToken);
        if (!imported.TryGet(out var meeting, out _) || !meeting.IsHeld || meeting.NeedsReview || document.Kind != MinutesKind.Minutes)
            return imported;

        var write = new WriteMinutesRequest(meeting.ForumId, meeting.MeetingId);
        var written = await provider.GetRequiredService<WriteMinutes>().HandleAsync(Caller.Of(ProgramRights.Import), write, cancellationToken);
        return written.TryGet(out _, out var error) || error is MinutesAlreadyApproved ? imported : error;
    }
}
