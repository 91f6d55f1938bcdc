using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Council;
using Klynge.Application.Agendas.Council.Impartiality;
using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Klynge.Domain.WrittenProcedures;
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
        ArgumentNullException.ThrowIfNull(meeting);
        var source = await MinutesSource.Of(db, db.Meetings.AsNoTracking().Where(one => one.Id == meeting.Id)).SingleAsync();
        return await FromAsync(db, forum, source with { Meeting = meeting });
    }

    internal static async Task<MinutesDocument> FromAsync(KlyngeContext db, Forum forum, MinutesSource source)
    {
        var (meeting, minutes) = (source.Meeting, source.Minutes);
        var (items, cases, documents) = await ItemsAsync(db, forum, meeting);
        if (minutes is { Status: MinutesStatus.NeedsReview, ImportedDocument: { } unsure })
        {
            var read = ImportedDocument.Read(unsure);
            return read with { Items = [.. read.Items.Select(Public)], Warnings = MinutesWarnings.For(read) };
        }

        var document = minutes?.ImportedDocument is { } imported
            ? ChangedSince(meeting, ImportedDocument.Read(imported), items)
            : await FromRecordAsync(db, forum, source, items);
        document = document with { Items = [.. document.Items.Zip(items, (printed, item) => Public(WithRecord(WithLateReason(ImpartialityMinutes.WithQuestions(CouncilMinutes.WithEarlier(cases.AddTo(AttachmentNames.Print(printed, item), item), item), item, forum.Name), item), item, forum.Rules)))] };
        document = document with { Sections = [.. document.Sections, .. AttachmentNames.SectionOf(documents)] };
        return document with { Warnings = MinutesWarnings.For(document) };
    }

    /// <summary>Whether there is something to write minutes of: the meeting has begun, by the clock or by somebody's word.</summary>
    public static bool HasBegun(Meeting meeting, Instant now) =>
        meeting.Status is MeetingStatus.InProgress or MeetingStatus.Held
        || (meeting.Status != MeetingStatus.Cancelled && meeting.Time.StartInstant <= now);

    /// <summary>The items in their order, and what became of those that went on in writing.</summary>
    private static async Task<(List<AgendaItem> Items, ItemsInWriting Cases, AgendaItem? Documents)> ItemsAsync(KlyngeContext db, Forum forum, Meeting meeting)
    {
        var rows = await (
            from item in db.AgendaItems.AsNoTracking()
            where item.MeetingId == meeting.Id && item.ForumId == forum.Id && (item.Status == AgendaItemStatus.Accepted || item.Status == AgendaItemStatus.OfMeeting)
            from one in ItemsInWriting.Cases(db).Where(one => one.AgendaItemId == item.Id).DefaultIfEmpty()
            orderby item.Number
            select new { Item = item, Case = one }).ToListAsync();
        return (
            [.. rows.Select(row => row.Item).Where(item => item.IsOnAgenda).DistinctBy(item => item.Id)],
            ItemsInWriting.Of(rows.Select(row => row.Case).OfType<WrittenProcedure>()),
            rows.Select(row => row.Item).FirstOrDefault(item => !item.IsOnAgenda));
    }

    private static async Task<MinutesDocument> FromRecordAsync(KlyngeContext db, Forum forum, MinutesSource source, List<AgendaItem> items)
    {
        var meeting = source.Meeting;
        var people = await MinutesPeople.OfAsync(db, forum, source);
        var attendance = await ItemAttendance.OfMinutesAsync(db, forum, meeting);
        return new MinutesDocument
        {
            Kind = meeting.Status is MeetingStatus.Planned or MeetingStatus.AgendaSent ? MinutesKind.Agenda : MinutesKind.Minutes,
            Forum = forum.Name,
            Date = meeting.Date,
            Start = meeting.Start,
            End = meeting.End,
            Place = meeting.PrintedPlace is { Length: > 0 } place ? place : null,
            Chair = source.Chair,
            MinuteTaker = source.MinuteTaker,
            CaseNumber = meeting.CaseNumber,
            DocumentNumber = meeting.DocumentNumber,
            Sections = people.Attendance,
            Participants = await MinutesGuests.WithAsync(db, people.Participants, items),
            Items = [.. items.Select(item => attendance?.AddTo(ImportedItem.ToMinutes(item), item) ?? ImportedItem.ToMinutes(item))],
        };
    }

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

    /// <summary>After the decision: how it was voted on, what members had written down, and what the secretariat has added.</summary>
    private static MinutesItem WithRecord(MinutesItem printed, AgendaItem item, RulesOfProcedure rules)
    {
        var content = item.Content;
        var record = content.Votes.Select(vote => VoteTexts.Printed(vote, rules.NamedVotes.Allowed, rules.Minutes.Party))
            .Concat(CouncilMinutes.Lines(content))
            .Concat(content.Additions.Select(AdditionTexts.Printed)).ToList();
        var numbered = item.Case is { } key ? printed with { Case = key.ToString() } : printed;
        return record.Count == 0 ? numbered : numbered with
        {
            Decision = string.Join("\n\n", new[] { printed.Decision }.Where(text => !string.IsNullOrWhiteSpace(text)).Concat(record)),
        };
    }

    /// <summary>What came after the agenda had gone out says why, first of all.</summary>
    private static MinutesItem WithLateReason(MinutesItem printed, AgendaItem item) => item.Content.LateReason is { } late
        ? printed with { Sections = [new MinutesSection(LateTexts.Heading, LateTexts.Item(late)), .. printed.Sections] }
        : printed;

    private static MinutesItem Public(MinutesItem item) =>
        item.IsClosed ? new MinutesItem { Number = item.Number, Title = MinutesTexts.ClosedItem, IsClosed = true } : item;
}
