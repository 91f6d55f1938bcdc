using NodaTime;

namespace Klynge.Domain.Minutes;

/// <summary>
/// What does not add up in a document, as sentences for the secretariat. Real agendas contradict themselves (two items at the same time,
/// a slot of twenty minutes marked 25): it is reported and never refused. Everything follows from the document alone,
/// so a document that is written and read again has the same warnings.
/// </summary>
public static class MinutesWarnings
{
    public static IReadOnlyList<string> For(MinutesDocument document) =>
    [
        .. OfHead(document),
        .. OfNumbers(document.Items),
        .. OfSlots(document),
        .. OfParticipants(document.Participants),
    ];

    private static IEnumerable<string> OfHead(MinutesDocument document)
    {
        if (document.Forum is null)
            yield return MinutesWarningTexts.NoForum;

        if (document.Date is null)
            yield return MinutesWarningTexts.NoDate;

        if (document is { Start: { } start, End: { } end } && end <= start)
            yield return MinutesWarningTexts.MeetingEndsBeforeStart(start, end);

        if (document.Items.Count == 0)
            yield return MinutesWarningTexts.NoItems;
    }

    private static IEnumerable<string> OfNumbers(IReadOnlyList<MinutesItem> items)
    {
        int? previous = null;
        var seen = new HashSet<int>();
        foreach (var number in items.Select(item => item.Number).OfType<int>())
        {
            if (!seen.Add(number))
                yield return MinutesWarningTexts.NumberTwice(number);
            else if (previous is { } before && number != before + 1)
                yield return MinutesWarningTexts.NumberAfter(number, before);

            previous = number;
        }
    }

    private static IEnumerable<string> OfSlots(MinutesDocument document)
    {
        MinutesItem? previous = null;
        foreach (var item in document.Items.Where(item => item.Slot is not null))
        {
            var slot = item.Slot!;
            if (slot.End is { } end && end <= slot.Start)
                yield return MinutesWarningTexts.SlotEndsBeforeStart(item);
            else if (slot.End is not null && item.Minutes is { } minutes && LengthOf(slot) != minutes)
                yield return MinutesWarningTexts.SlotDisagreesWithMinutes(item, LengthOf(slot), minutes);

            if (previous is not null && slot.Start < EndOf(previous))
                yield return MinutesWarningTexts.SlotOverlaps(previous, item);

            if (slot.Start < document.Start || (slot.End ?? slot.Start) > document.End)
                yield return MinutesWarningTexts.SlotOutsideMeeting(item);

            previous = item;
        }
    }

    private static IEnumerable<string> OfParticipants(IReadOnlyList<MinutesParticipant> participants) =>
        participants
            .GroupBy(person => (person.Name, person.Organisation))
            .Where(same => same.Skip(1).Any())
            .Select(same => MinutesWarningTexts.ParticipantTwice(same.Key.Name));

    private static long LengthOf(MinutesSlot slot) => Period.Between(slot.Start, slot.End!.Value, PeriodUnits.Minutes).Minutes;

    private static LocalTime EndOf(MinutesItem item) =>
        item.Slot!.End ?? (item.Minutes is { } minutes and < 24 * 60 ? item.Slot.Start.PlusMinutes(minutes) : item.Slot.Start);
}
