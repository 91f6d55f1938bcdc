using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>What has happened to a deadline, a line a step: »3. feb. kl. 09.14: udskudt fra 30. april til 7. maj af Tina Lund«.</summary>
internal static class HistoryTexts
{
    internal static string Step(DeadlineStep step)
    {
        var what = step.Kind switch
        {
            DeadlineChangeKind.Created => $"oprettet til {On(step.DateBefore, step.TimeAfter, step)}",
            DeadlineChangeKind.Done => "færdig",
            DeadlineChangeKind.Postponed => Moved("udskudt", step),
            DeadlineChangeKind.Moved => Moved("flyttet", step),
            DeadlineChangeKind.Removed => "slettet",
            DeadlineChangeKind.Undone => "fortrudt",
            DeadlineChangeKind.Edited => "rettet",
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Kind, "Unknown step."),
        };
        var by = step.By is { } name ? $" af {name}" : string.Empty;
        var why = step.Reason is { } reason ? $": {reason}" : step.Kind == DeadlineChangeKind.Edited ? $": {DanishFormat.List([.. Corrections(step)])}" : string.Empty;
        return $"{DanishFormat.ShortDateAndTime(step.At)}: {what}{by}{why}";
    }

    private static IEnumerable<string> Corrections(DeadlineStep step)
    {
        if (step.RenamedFrom is { } title)
            yield return $"titlen var {DanishFormat.Quote(DanishText.Shorten(title, 60))}";

        if (step.DateBefore != step.DateAfter)
            yield return $"fristen var {On(step.DateBefore, step.TimeBefore, step)}";
        else if (step.TimeBefore != step.TimeAfter)
            yield return step.TimeBefore is { } time ? $"klokkeslættet var kl. {DanishFormat.ShortTime(time)}" : "uden klokkeslæt før";

        if (step.IsReplanned)
            yield return "med andre påmindelser";

        if (step.TakenFrom is { } responsible)
            yield return $"ansvarlig var {responsible}";
    }

    private static string Moved(string word, DeadlineStep step) =>
        $"{word} fra {On(step.DateBefore, step.TimeBefore, step)} til {On(step.DateAfter, step.TimeAfter, step)}";

    private static string On(LocalDate date, LocalTime? time, DeadlineStep step) =>
        DanishFormat.ShortDate(date, step.At.Date) + (time is { } at ? $" kl. {DanishFormat.ShortTime(at)}" : string.Empty);
}
