using System.Globalization;
using Klynge.Application.Minutes;
using Klynge.Domain.Calendar;
using Klynge.Domain.Minutes;
using Spectre.Console;

namespace Klynge.Bot.CommandLine;

/// <summary>What an import came to, as a short table for the one who started it.</summary>
internal static class ImportReport
{
    private const int LongestDecision = 70;

    internal static void Write(IAnsiConsole console, MinutesDocument document, ImportedMeeting meeting)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Nr.", "Punkt", "Beslutning");
        foreach (var item in document.Items)
        {
            table.AddRow(Cell(NumberOf(item)), Cell(item.Title), Cell(DanishText.Shorten(DanishText.Clean(item.Decision), LongestDecision)));
        }

        console.WriteLine(TitleOf(meeting));
        console.Write(table);
        console.WriteLine(OutcomeOf(meeting));
        foreach (var line in Notes(meeting))
        {
            console.WriteLine(line);
        }
    }

    internal static void Write(IAnsiConsole console, IReadOnlyList<(string File, ImportedMeeting Meeting)> meetings)
    {
        if (meetings.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("Fil", "Forum", "Dato", "Punkter", "Resultat", "Noter");
        foreach (var (file, meeting) in meetings)
        {
            table.AddRow(
                Cell(file),
                Cell(meeting.Forum),
                Cell(DanishFormat.PlainDate(meeting.Time.Date)),
                Cell(Number(meeting.Items)),
                Cell(WordOf(meeting.Outcome)),
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
        foreach (var warning in meeting.Warnings)
        {
            yield return warning;
        }

        if (meeting.Unmatched.Count > 0)
        {
            yield return $"Ikke på forummets liste: {DanishFormat.List(meeting.Unmatched)}.";
        }
    }

    private static string NumberOf(MinutesItem item) => item.Number is { } number ? Number(number) : string.Empty;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Square brackets in a title are no markup.</summary>
    private static Text Cell(string text) => new(DanishText.Clean(text));
}
