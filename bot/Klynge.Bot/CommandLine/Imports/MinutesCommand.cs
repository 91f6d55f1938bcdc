using System.CommandLine;
using Klynge.Application.Data;
using Klynge.Application.Minutes;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Bot.CommandLine.Imports;

/// <summary><c>minutes MEETING [--out FILE.docx]</c>: the minutes of a meeting as a Word document, here and in the library.</summary>
internal static class MinutesCommand
{
    internal static Command Create(CommandServices services)
    {
        var meeting = new Argument<string>("MØDE") { Description = "Forum og dato, for eksempel chefforum:2025-02-04, eller mødets id." };
        var output = new Option<string?>("--out") { Description = "Filen, der skal skrives, for eksempel referat.docx. Uden den gemmes referatet kun i dokumentmappen.", HelpName = "fil" };
        var command = new Command("minutes", "Skriv referatet af et møde som Word-dokument.") { meeting, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var provider = await services.OpenWithForumsAsync(cancellationToken);
            var result = await RunAsync(provider, parsed.GetRequiredValue(meeting), parsed.GetValue(output), cancellationToken);
            return result.TryGet(out _, out var error) ? ExitCodes.Success : await Refusal.SayAsync(error, Refusal.ExitCodeOf(error));
        });
        return command;
    }

    private static async Task<Result<Done>> RunAsync(IServiceProvider provider, string written, string? output, CancellationToken cancellationToken)
    {
        await using var db = await provider.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(cancellationToken);
        var found = await MeetingName.FindAsync(db, written, cancellationToken);
        if (!found.TryGet(out var meeting, out var error))
            return error;

        if (output is not null)
        {
            var forum = await db.Forums.SingleAsync(candidate => candidate.Id == meeting.ForumId, cancellationToken);
            var document = await BuildMinutes.FromAsync(db, forum, meeting);
            var word = provider.GetRequiredService<MinutesWord>().Write(document, forum, provider.GetRequiredService<IClock>().GetCurrentInstant());
            if (await WriteFileAsync(document, word.Word, output, cancellationToken) is { } notWritten)
                return notWritten;
        }

        var isAgenda = output is not null && !BuildMinutes.HasBegun(meeting, provider.GetRequiredService<IClock>().GetCurrentInstant());
        return isAgenda ? default(Done) : await StoreAsync(provider, meeting, cancellationToken);
    }

    private static async Task<Error?> WriteFileAsync(MinutesDocument document, byte[] word, string output, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllBytesAsync(output, word, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new OutputNotWritable(output);
        }

        await Console.Out.WriteLineAsync($"{DanishFormat.Count(document.Items.Count, "punkt", "punkter")} skrevet til {output}");
        return null;
    }

    private static async Task<Result<Done>> StoreAsync(IServiceProvider provider, Meeting meeting, CancellationToken cancellationToken)
    {
        var request = new WriteMinutesRequest(meeting.ForumId, meeting.Id);
        var stored = await provider.GetRequiredService<WriteMinutes>().HandleAsync(Caller.Of(ProgramRights.Minutes), request, cancellationToken);
        if (!stored.TryGet(out var written, out var error))
            return error;

        await Console.Out.WriteLineAsync(written.IsStored
            ? $"Gemt i dokumentmappen som {written.Path}"
            : $"Dokumentmappen kan ikke nås lige nu. Botten gemmer referatet som {written.Path}, når den kan.");
        return default(Done);
    }
}
