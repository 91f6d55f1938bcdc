using System.Globalization;
using System.Text;
using Klynge.Application.Data;
using Klynge.Application.Minutes;
using Klynge.Documents.Reading;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Spectre.Console;

namespace Klynge.Bot.CommandLine.Imports;

/// <summary>What an import came to, as a short table for the one who started it.</summary>
internal static class ImportReport
{
    private const int MaxDecisionLength = 70;
    private const string NeedsReview = "Skal gennemses";

    internal static void Write(IAnsiConsole console, MinutesDocument document, ImportedMeeting meeting)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Nr.", "Punkt", "Beslutning");
        foreach (var item in document.Items)
            table.AddRow(Cell(NumberOf(item)), Cell(item.Title), Cell(DanishText.Shorten(DanishText.Clean(item.Decision), MaxDecisionLength)));

        console.WriteLine(TitleOf(meeting));
        console.Write(table);
        console.WriteLine(OutcomeOf(meeting));
        foreach (var line in Notes(meeting))
            console.WriteLine(line);
    }

    internal static void Write(IAnsiConsole console, IReadOnlyList<(string File, ImportedMeeting Meeting)> meetings)
    {
        if (meetings.Count == 0)
            return;

        var table = new Table().Border(TableBorder.Simple).AddColumns("Fil", "Forum", "Dato", "Punkter", "Resultat", "Noter");
        foreach (var (file, meeting) in meetings)
        {
            table.AddRow(
                Cell(file),
                Cell(meeting.Forum),
                Cell(DanishFormat.PlainDate(meeting.Time.Date)),
                Cell(Number(meeting.Items)),
                Cell(meeting.NeedsReview ? NeedsReview : WordOf(meeting.Outcome)),
                Cell(Number(Notes(meeting).Count())));
        }

        console.Write(table);
    }

    private static string TitleOf(ImportedMeeting meeting) =>
        $"{meeting.Forum}, {DanishFormat.Meeting(meeting.Time.Date, meeting.Time.Start, meeting.Time.End)}";

    private static string OutcomeOf(ImportedMeeting meeting) =>
        $"{WordOf(meeting.Outcome)}: {DanishFormat.Count(meeting.Items, "punkt", "punkter")}, {DanishFormat.Count(meeting.Decisions, "beslutning", "beslutninger")}.";

    private static string WordOf(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Added => "Gemt",
        ImportOutcome.Replaced => "Erstattet",
        ImportOutcome.Unchanged => "Findes allerede",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };

    private static IEnumerable<string> Notes(ImportedMeeting meeting)
    {
        if (meeting.NeedsReview)
            yield return $"{NeedsReview}: kun sekretariatet kan se det, og der følger ingen frister af det, før det er gemt med --reviewed.";

        foreach (var doubt in meeting.Doubts)
            yield return $"Linje {Number(doubt.Line)}: {doubt.Question}";

        foreach (var warning in meeting.Warnings)
            yield return warning;

        if (meeting.Unmatched.Count > 0)
            yield return $"Ikke på forummets liste: {DanishFormat.List(meeting.Unmatched)}.";
    }

    private static string NumberOf(MinutesItem item) => item.Number is { } number ? Number(number) : string.Empty;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Square brackets in a title are no markup.</summary>
    private static Text Cell(string text) => new(DanishText.Clean(text));
}

/// <summary>
/// <c>import --json</c>: only what a document says, on standard output as UTF-8 whatever the terminal's language is. Nothing is stored,
/// and no database is needed. Several files, or a folder, come out as a list.
/// </summary>
internal static class ImportAsJson
{
    internal static Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
        ImportFiles.IsOneFile(paths) ? FileAsync(paths[0], cancellationToken) : SeveralAsync(ImportFiles.Of(paths), cancellationToken);

    private static async Task<int> FileAsync(string path, CancellationToken cancellationToken)
    {
        var read = await ImportMinutes.ReadAsync(path, cancellationToken);
        if (!read.TryGet(out var document, out var error))
            return await Refusal.SayAsync(error, ExitCodes.BadInput);

        await WriteAsync(MinutesJson.Serialize(document), cancellationToken);
        return ExitCodes.Success;
    }

    private static async Task<int> SeveralAsync(IReadOnlyList<ImportFile> files, CancellationToken cancellationToken)
    {
        if (files is [{ Error: { } nothing }])
            return await Refusal.SayAsync(nothing, ExitCodes.BadInput);

        var documents = new List<string>();
        var exitCode = ExitCodes.Success;
        foreach (var file in files)
        {
            var read = await file.ReadAsync(cancellationToken);
            if (read.TryGet(out var document, out var refusal))
                documents.Add(MinutesJson.Serialize(document));
            else
                exitCode = await Refusal.SayAsync(refusal, ExitCodes.BadInput);
        }

        await WriteAsync($"[\n{string.Join(",\n", documents)}\n]", cancellationToken);
        return exitCode;
    }

    private static async Task WriteAsync(string json, CancellationToken cancellationToken)
    {
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(Encoding.UTF8.GetBytes(json + "\n"), cancellationToken);
    }
}

/// <summary>A meeting as a command line names it: <c>chefforum:2025-02-04</c>, or its id.</summary>
internal static class MeetingName
{
    internal static async Task<Result<Meeting>> FindAsync(KlyngeContext db, string written, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(written, out var id))
        {
            return await db.Meetings.SingleOrDefaultAsync(meeting => meeting.Id == new MeetingId(id), cancellationToken) is { } named
                ? named
                : new NoSuchMeeting(written);
        }

        var parts = written.Split(':', 2);
        if (parts.Length != 2 || !LocalDatePattern.Iso.Parse(parts[1].Trim()).TryGetValue(default, out var date))
            return new MeetingNotNamed(written);

        var forums = await db.Forums.ToListAsync(cancellationToken);
        var name = DanishText.Fold(parts[0]);
        var ids = forums.Where(forum => DanishText.Fold(forum.Key) == name || DanishText.Fold(forum.Name) == name).Select(forum => forum.Id).ToList();
        var meetings = await db.Meetings
            .Where(meeting => ids.Contains(meeting.ForumId) && meeting.Date == date && meeting.Status != MeetingStatus.Cancelled)
            .ToListAsync(cancellationToken);
        return meetings.Count switch
        {
            0 => new NoSuchMeeting(written),
            1 => meetings[0],
            _ => new SeveralMeetings(written, string.Join(", ", meetings.Select(meeting => $"{meeting.Id.Value} ({DanishFormat.TimeRange(meeting.Start)})"))),
        };
    }
}
