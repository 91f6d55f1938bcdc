using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Minutes;

/// <summary>One document on its way into the database: what it holds, put onto a meeting.</summary>
internal sealed record MeetingImport(WriteScope Scope, Forum Forum, MeetingTime Time, MinutesDocument Document, PeopleMatch People, bool IsReviewed)
{
    /// <summary>
    /// The reader had doubts and nobody has settled them: only the document is kept. Without items and participants no agenda, search or deadline
    /// can show what may be wrong, or what may be closed.
    /// </summary>
    internal bool NeedsReview => !IsAhead && !IsReviewed && Document.Doubts.Count > 0;

    /// <summary>The meeting is still to come: an agenda, whatever the document calls itself.</summary>
    internal bool IsAhead => Time.StartInstant > Scope.Now;

    internal ImportedMeeting Report(Meeting meeting, ImportOutcome outcome) => new()
    {
        ForumId = Forum.Id,
        Forum = Forum.Name,
        MeetingId = meeting.Id,
        Time = meeting.Time,
        Outcome = outcome,
        IsHeld = !IsAhead,
        NeedsReview = NeedsReview,
        Doubts = Document.Doubts,
        Items = Document.Items.Count,
        Decisions = Document.Items.Count(item => !string.IsNullOrWhiteSpace(item.Decision)),
        Unmatched = [.. Document.Participants.Select(person => person.Name).Where(name => People.PersonOf(name) is null).Distinct(StringComparer.Ordinal)],
        Warnings = ImportedFacts.HasNoStart(Document) ? [.. Document.Warnings, MinutesTexts.NoStart] : Document.Warnings,
    };

    internal Result<Done> Fill(Meeting meeting, MeetingMinutes? minutes)
    {
        var document = Document;
        meeting.ChairId = People.PersonOf(document.Chair) ?? meeting.ChairId;
        meeting.MinuteTakerId = People.PersonOf(document.MinuteTaker) ?? meeting.MinuteTakerId;
        (meeting.CaseNumber, meeting.DocumentNumber) = (document.CaseNumber ?? meeting.CaseNumber, document.DocumentNumber ?? meeting.DocumentNumber);
        if (!NeedsReview)
            Scope.Db.AgendaItems.AddRange(document.Items.Select((item, index) => ItemOf(meeting, item, index + 1)));
        if (IsAhead)
            return default(Done);

        if (!NeedsReview)
            Scope.Db.Participants.AddRange(document.Participants.Select((person, index) => ParticipantOf(meeting, person, index)));
        if (minutes is null)
        {
            minutes = new MeetingMinutes { MeetingId = meeting.Id };
            Scope.Db.Minutes.Add(minutes);
        }

        return minutes.Import(ImportedDocument.Write(document), document.Kind == MinutesKind.Minutes, NeedsReview, Scope.Now);
    }

    private AgendaItem ItemOf(Meeting meeting, MinutesItem item, int number)
    {
        var added = AgendaItem.Add(meeting, number, ImportedItem.ContentOf(item), Scope.Now);
        (added.SlotStart, added.SlotEnd) = (item.Slot?.Start, item.Slot?.End);
        added.Decide(item.Decision, seenVersion: null, Scope.Now);
        return added;
    }

    private Participant ParticipantOf(Meeting meeting, MinutesParticipant person, int order) => new()
    {
        MeetingId = meeting.Id,
        PersonId = People.PersonOf(person.Name),
        MemberId = People.SeatOf(person.Name),
        Name = person.Name,
        Organisation = person.Organisation,
        Title = person.Title,
        Role = MinutesPeople.RoleOf(person.Role),
        Apology = person.Apology,
        SubstituteName = person.Substitute,
        Order = order,
    };
}
