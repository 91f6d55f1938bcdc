using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Minutes;

/// <summary>What an imported document says of its meeting, in the terms of a <see cref="Meeting"/>.</summary>
internal static class ImportedFacts
{
    /// <summary>
    /// When the meeting was. Without a printed start it is that of the first item with a time, and midnight where nothing says;
    /// null without a date.
    /// </summary>
    internal static MeetingTime? TimeOf(MinutesDocument document)
    {
        if (document.Date is not { } date)
            return null;

        var start = document.Start ?? document.Items.FirstOrDefault(item => item.Slot is not null)?.Slot!.Start ?? LocalTime.Midnight;
        return new MeetingTime(date, start, document.End > start ? document.End : null);
    }

    /// <summary>Whether nothing in the document says when the meeting began.</summary>
    internal static bool HasNoStart(MinutesDocument document) =>
        document.Start is null && document.Items.All(item => item.Slot is null);

    /// <summary>The document with the meeting's present time and place, where they are others than those that came with it.</summary>
    internal static MinutesDocument With(MinutesDocument document, Meeting meeting)
    {
        var moved = TimeOf(document) == meeting.Time
            ? document
            : document with { Date = meeting.Date, Start = meeting.Start, End = meeting.End };
        return meeting.Place == (document.Place ?? string.Empty) || meeting.Place.Length == 0 ? moved : moved with { Place = meeting.Place };
    }
}
