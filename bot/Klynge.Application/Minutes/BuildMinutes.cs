using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Minutes;

/// <summary>
/// Assembles the public minutes of a meeting out of what is on record: facts, people, items, decisions. Of a closed item only the number
/// and »Lukket punkt« are there. Imported minutes come out as they came in, but for what has been changed since.
/// </summary>
public static class BuildMinutes
{
    /// <param name="db">A context to read with, also one inside a write.</param>
    /// <param name="forum">The meeting's forum.</param>
    /// <param name="meeting">The meeting.</param>
    public static async Task<MinutesDocument> FromAsync(KlyngeContext db, Forum forum, Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(db);
        var items = await db.AgendaItems.AsNoTracking()
            .Where(item => item.MeetingId == meeting.Id && item.ForumId == forum.Id && item.Status == AgendaItemStatus.Accepted)
            .OrderBy(item => item.Number)
            .ToListAsync();
        var minutes = await db.Minutes.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.MeetingId == meeting.Id);
        if (minutes is { Status: MinutesStatus.NeedsReview, ImportedDocument: { } unsure })
        {
            var read = ImportedDocument.Read(unsure);
            return read with { Items = [.. read.Items.Select(Public)], Warnings = MinutesWarnings.For(read) };
        }

        var document = minutes?.ImportedDocument is { } imported
            ? ChangedSince(meeting, ImportedDocument.Read(imported), items)
            : await FromRecordAsync(db, forum, meeting, items);
        var cases = await ItemsInWriting.OfAsync(db, items);
        document = document with { Items = [.. document.Items.Zip(items, (printed, item) => Public(cases.AddTo(printed, item)))] };
        return document with { Warnings = MinutesWarnings.For(document) };
    }

    /// <summary>Whether there is something to write minutes of: the meeting has begun, by the clock or by somebody's word.</summary>
    public static bool HasBegun(Meeting meeting, Instant now) =>
        meeting.Status is MeetingStatus.InProgress or MeetingStatus.Held
        || (meeting.Status != MeetingStatus.Cancelled && meeting.Time.StartInstant <= now);

    private static async Task<MinutesDocument> FromRecordAsync(KlyngeContext db, Forum forum, Meeting meeting, List<AgendaItem> items) => new()
    {
        Kind = meeting.Status is MeetingStatus.Planned or MeetingStatus.AgendaSent ? MinutesKind.Agenda : MinutesKind.Minutes,
        Forum = forum.Name,
        Date = meeting.Date,
        Start = meeting.Start,
        End = meeting.End,
        Place = meeting.Place.Length > 0 ? meeting.Place : null,
        Chair = await NameOfAsync(db, meeting.ChairId),
        MinuteTaker = await NameOfAsync(db, meeting.MinuteTakerId),
        CaseNumber = meeting.CaseNumber,
        DocumentNumber = meeting.DocumentNumber,
        Sections = await MinutesPeople.AttendanceAsync(db, meeting),
        Participants = await MinutesPeople.OfAsync(db, meeting),
        Items = [.. items.Select(ImportedItem.ToMinutes)],
    };

    private static MinutesDocument ChangedSince(Meeting meeting, MinutesDocument document, List<AgendaItem> items)
    {
        var unused = document.Items.ToList();
        return ImportedFacts.With(document, meeting) with
        {
            Items = [.. items.Select(item => Take(unused, item) ?? ImportedItem.ToMinutes(item))],
        };
    }

    /// <summary>The imported item that this one came from, unless it has been changed since.</summary>
    private static MinutesItem? Take(List<MinutesItem> unused, AgendaItem item)
    {
        var key = ImportedItem.KeyOf(ImportedItem.ToMinutes(item));
        var found = unused.FindIndex(candidate => ImportedItem.KeyOf(candidate) == key);
        if (found < 0)
            return null;

        var imported = unused[found];
        unused.RemoveAt(found);
        return imported;
    }

    private static MinutesItem Public(MinutesItem item) =>
        item.IsClosed ? new MinutesItem { Number = item.Number, Title = MinutesTexts.ClosedItem, IsClosed = true } : item;

    private static async Task<string?> NameOfAsync(KlyngeContext db, PersonId? person) => person is { } id
        ? await db.People.Where(candidate => candidate.Id == id).Select(candidate => candidate.Name).SingleOrDefaultAsync()
        : null;
}
