using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Minutes;

/// <param name="Document">As it was read from a file.</param>
/// <param name="ForumKey">The forum, where the document does not say or somebody knows better.</param>
/// <param name="Replace">What was there before may be replaced; it is kept.</param>
public sealed record ImportMeetingRequest(MinutesDocument Document, string? ForumKey = null, bool Replace = false);

public enum ImportOutcome
{
    Added,
    Replaced,

    /// <summary>The same document was read in before.</summary>
    Unchanged,
}

/// <summary>What an import came to.</summary>
public sealed record ImportedMeeting
{
    public required ForumId ForumId { get; init; }

    public required string Forum { get; init; }

    public required MeetingId MeetingId { get; init; }

    public required MeetingTime Time { get; init; }

    public required ImportOutcome Outcome { get; init; }

    /// <summary>The meeting was held, so that there are minutes of it.</summary>
    public required bool IsHeld { get; init; }

    public required int Items { get; init; }

    public required int Decisions { get; init; }

    /// <summary>Names that nobody in the forum answers to, or more than one: the secretariat decides.</summary>
    public required IReadOnlyList<string> Unmatched { get; init; }

    /// <summary>What does not add up, as Danish sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>
/// Takes a meeting in from its minutes or its agenda, whole or not at all. The same document a second time changes nothing; another one
/// for the same meeting is refused unless it may replace what is there.
/// </summary>
public sealed class ImportMeeting(IDbContextFactory<KlyngeContext> contexts, Writer writer)
{
    public async Task<Result<ImportedMeeting>> HandleAsync(Caller caller, ImportMeetingRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var forums = await db.Forums.AsNoTracking().Where(forum => !forum.IsClosed).ToListAsync(cancellationToken);
        if (!ForumMatch.Find(forums, request.ForumKey, request.Document.Forum).TryGet(out var forum, out var unknown))
        {
            return unknown;
        }

        return ImportedFacts.TimeOf(request.Document) is { } time
            ? await writer.WriteAsync<ImportedMeeting>(
                caller, nameof(ImportMeeting), forum.Id, scope => ImportAsync(scope, forum.Id, time, request), cancellationToken)
            : new ImportWithoutDate();
    }

    private static async Task<Result<ImportedMeeting>> ImportAsync(WriteScope scope, ForumId forumId, MeetingTime time, ImportMeetingRequest request)
    {
        var allowed = await scope.Db.RequireAsync(scope.Caller, forumId, Permission.PublishMinutes, scope.Today);
        if (!allowed.TryGet(out var forum, out var refusal))
        {
            return refusal;
        }

        var import = new Import(scope, forum, time, request.Document, await PeopleMatch.OfAsync(scope.Db, forumId, time.Date));
        if (await FindAsync(import) is not { } meeting)
        {
            return await AddAsync(import);
        }

        var minutes = await scope.Db.Minutes.SingleOrDefaultAsync(candidate => candidate.MeetingId == meeting.Id);
        var items = await scope.Db.AgendaItems
            .Where(item => item.MeetingId == meeting.Id && item.Status == AgendaItemStatus.Accepted)
            .OrderBy(item => item.Number)
            .ToListAsync();
        if (IsSame(import, minutes, items))
        {
            return import.Report(meeting, ImportOutcome.Unchanged);
        }

        if (!request.Replace)
        {
            return minutes?.ImportedDocument is null
                ? new MeetingIsThereAlready(forum.Name, meeting.Time)
                : new ImportedBefore(forum.Name, meeting.Time);
        }

        return await ReplaceAsync(import, meeting, minutes, items);
    }

    private static async Task<Meeting?> FindAsync(Import import)
    {
        var onDay = await import.Scope.Db.Meetings
            .Where(meeting => meeting.ForumId == import.Forum.Id && meeting.Date == import.Time.Date && meeting.Status != MeetingStatus.Cancelled)
            .ToListAsync();
        return ImportedFacts.HasNoStart(import.Document) && onDay.Count == 1
            ? onDay[0]
            : onDay.Find(meeting => meeting.Start == import.Time.Start);
    }

    private static bool IsSame(Import import, MeetingMinutes? minutes, List<AgendaItem> items) =>
        minutes?.ImportedDocument is { } stored
            ? ImportedDocument.HashOf(ImportedDocument.Read(stored)) == ImportedDocument.HashOf(import.Document)
            : minutes is null && ImportedItem.AreSame(items, import.Document.Items);

    private static async Task<Result<ImportedMeeting>> AddAsync(Import import)
    {
        var planned = import.IsAhead
            ? Meeting.Schedule(import.Forum.Id, import.Time, import.Document.Place, import.Scope.Now)
            : Meeting.FromMinutes(import.Forum.Id, import.Time, import.Document.Place);
        if (!planned.TryGet(out var meeting, out var error))
        {
            return error;
        }

        import.Scope.Db.Meetings.Add(meeting);
        var kept = await FillAsync(import, meeting, minutes: null);
        return kept.IsSuccess ? import.Report(meeting, ImportOutcome.Added) : kept.Error;
    }

    private static async Task<Result<ImportedMeeting>> ReplaceAsync(
        Import import, Meeting meeting, MeetingMinutes? minutes, List<AgendaItem> items)
    {
        if (minutes is { Status: MinutesStatus.Approved, ImportedDocument: null })
        {
            return new MinutesAlreadyApproved();
        }

        if (!import.IsAhead && !meeting.IsOver)
        {
            meeting.Finish(import.Scope.Now);
        }

        items.ForEach(item => item.Remove());
        var participants = await import.Scope.Db.Participants.Where(one => one.MeetingId == meeting.Id).ToListAsync();
        import.Scope.Db.Participants.RemoveRange(participants);
        var kept = await FillAsync(import, meeting, minutes);
        return kept.IsSuccess ? import.Report(meeting, ImportOutcome.Replaced) : kept.Error;
    }

    private static Task<Result<Done>> FillAsync(Import import, Meeting meeting, MeetingMinutes? minutes)
    {
        var document = import.Document;
        meeting.ChairId = import.People.PersonOf(document.Chair) ?? meeting.ChairId;
        meeting.MinuteTakerId = import.People.PersonOf(document.MinuteTaker) ?? meeting.MinuteTakerId;
        (meeting.CaseNumber, meeting.DocumentNumber) = (document.CaseNumber ?? meeting.CaseNumber, document.DocumentNumber ?? meeting.DocumentNumber);
        import.Scope.Db.AgendaItems.AddRange(document.Items.Select((item, index) => ItemOf(import, meeting, item, index + 1)));
        if (import.IsAhead)
        {
            return Task.FromResult<Result<Done>>(default(Done));
        }

        import.Scope.Db.Participants.AddRange(document.Participants.Select((person, index) => ParticipantOf(import, meeting, person, index)));
        if (minutes is null)
        {
            minutes = new MeetingMinutes { MeetingId = meeting.Id };
            import.Scope.Db.Minutes.Add(minutes);
        }

        return Task.FromResult(minutes.Import(ImportedDocument.Write(document), document.Kind == MinutesKind.Minutes, import.Scope.Now));
    }

    private static AgendaItem ItemOf(Import import, Meeting meeting, MinutesItem item, int number)
    {
        var added = AgendaItem.Add(meeting, number, ImportedItem.ContentOf(item), import.Scope.Now);
        (added.SlotStart, added.SlotEnd) = (item.Slot?.Start, item.Slot?.End);
        added.Decide(item.Decision, import.Scope.Now);
        return added;
    }

    private static Participant ParticipantOf(Import import, Meeting meeting, MinutesParticipant person, int order) => new()
    {
        MeetingId = meeting.Id,
        PersonId = import.People.PersonOf(person.Name),
        MemberId = import.People.SeatOf(person.Name),
        Name = person.Name,
        Organisation = person.Organisation,
        Title = person.Title,
        Role = MinutesPeople.RoleOf(person.Role),
        Apology = person.Apology,
        SubstituteName = person.Substitute,
        Order = order,
    };

    private sealed record Import(WriteScope Scope, Forum Forum, MeetingTime Time, MinutesDocument Document, PeopleMatch People)
    {
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
            Items = Document.Items.Count,
            Decisions = Document.Items.Count(item => !string.IsNullOrWhiteSpace(item.Decision)),
            Unmatched = [.. Document.Participants.Select(person => person.Name).Where(name => People.PersonOf(name) is null).Distinct(StringComparer.Ordinal)],
            Warnings = ImportedFacts.HasNoStart(Document) ? [.. Document.Warnings, MinutesTexts.NoStart] : Document.Warnings,
        };
    }
}
