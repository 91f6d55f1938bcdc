using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Forums;
using Klynge.Application.Minutes.Uploads;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Minutes;

/// <param name="Document">As it was read from a file.</param>
/// <param name="ForumKey">The forum, where the document does not say or somebody knows better.</param>
/// <param name="Replace">What was there before may be replaced; it is kept.</param>
/// <param name="IsReviewed">Somebody has looked at the reader's doubts and takes the document as it was read.</param>
public sealed record ImportMeetingRequest(MinutesDocument Document, string? ForumKey = null, bool Replace = false, bool IsReviewed = false);

/// <summary>
/// Takes a meeting in from its minutes or its agenda, whole or not at all. The same document a second time changes nothing; another one
/// for the same meeting is refused unless it may replace what is there.
/// </summary>
public sealed class ImportMeeting(IDbContextFactory<KlyngeContext> contexts, Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.PublishMinutes;

    public async Task<Result<ImportedMeeting>> HandleAsync(Caller caller, ImportMeetingRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var forums = await db.Forums.AsNoTracking().Where(forum => !forum.IsClosed).ToListAsync(cancellationToken);
        if (!ForumMatch.Find(forums, request.ForumKey, request.Document.Forum).TryGet(out var forum, out var unknown))
            return unknown;

        return ImportedFacts.TimeOf(request.Document) is { } time
            ? await writer.WriteAsync<ImportedMeeting>(
                caller, nameof(ImportMeeting), forum.Id, scope => ImportAsync(scope, forum.Id, time, request), cancellationToken)
            : new ImportWithoutDate();
    }

    private static async Task<Result<ImportedMeeting>> ImportAsync(WriteScope scope, ForumId forumId, MeetingTime time, ImportMeetingRequest request)
    {
        var entered = await scope.EnterAsync(forumId, Needs);
        if (!entered.TryGet(out var visit, out var refusal))
            return refusal;

        var import = new MeetingImport(scope, visit.Forum, time, request.Document, await PeopleMatch.OfAsync(scope.Db, forumId, time.Date), request.IsReviewed);
        if (await FindAsync(import) is not { } meeting)
            return await AddAsync(import);

        var minutes = await scope.Db.Minutes.SingleOrDefaultAsync(candidate => candidate.MeetingId == meeting.Id);
        var items = await scope.Db.AgendaItems
            .Where(item => item.MeetingId == meeting.Id && item.Status == AgendaItemStatus.Accepted)
            .OrderBy(item => item.Number)
            .ToListAsync();
        var isSame = IsSame(import, minutes, items);
        var isSettled = isSame && request.IsReviewed && minutes?.Status == MinutesStatus.NeedsReview;
        if (isSame && !isSettled)
            return import.Report(meeting, ImportOutcome.Unchanged);

        if (!request.Replace && !isSettled)
        {
            return minutes?.ImportedDocument is null
                ? new MeetingIsThereAlready(visit.Forum.Name, meeting.Time)
                : new ImportedBefore(visit.Forum.Name, meeting.Time);
        }

        return await ReplaceAsync(import, meeting, minutes, items);
    }

    private static async Task<Meeting?> FindAsync(MeetingImport import)
    {
        var onDay = await import.Scope.Db.Meetings
            .Where(meeting => meeting.ForumId == import.Forum.Id && meeting.Date == import.Time.Date && meeting.Status != MeetingStatus.Cancelled)
            .ToListAsync();
        return ImportedFacts.HasNoStart(import.Document) && onDay.Count == 1
            ? onDay[0]
            : onDay.Find(meeting => meeting.Start == import.Time.Start);
    }

    private static bool IsSame(MeetingImport import, MeetingMinutes? minutes, List<AgendaItem> items) =>
        minutes?.ImportedDocument is { } stored
            ? ImportedDocument.HashOf(ImportedDocument.Read(stored)) == ImportedDocument.HashOf(import.Document)
            : minutes is null && ImportedItem.AreSame(items, import.Document.Items);

    private static async Task<Result<ImportedMeeting>> AddAsync(MeetingImport import)
    {
        var planned = import.IsAhead
            ? Meeting.Schedule(import.Forum.Id, import.Time, import.Document.Place, import.Scope.Now)
            : Meeting.FromMinutes(import.Forum.Id, import.Time, import.Document.Place);
        if (!planned.TryGet(out var meeting, out var error))
            return error;

        import.Scope.Db.Meetings.Add(meeting);
        return await FillAsync(import, meeting, minutes: null, ImportOutcome.Added);
    }

    private static async Task<Result<ImportedMeeting>> ReplaceAsync(
        MeetingImport import, Meeting meeting, MeetingMinutes? minutes, List<AgendaItem> items)
    {
        if (minutes is { Status: MinutesStatus.Approved, ImportedDocument: null })
            return new MinutesAlreadyApproved();

        if (!import.IsAhead && !meeting.IsOver)
            meeting.Finish(import.Scope.Now);

        if (import.Document.Items.Any(item => item.IsClosed && !items.Exists(before => before.Content.IsClosed && before.Number == item.Number)))
            await import.Scope.LeaveOpenPlaceAsync(meeting.Id);

        items.ForEach(item => item.Remove(import.Scope.Now));
        var participants = await import.Scope.Db.Participants.Where(one => one.MeetingId == meeting.Id).ToListAsync();
        import.Scope.Db.Participants.RemoveRange(participants);
        return await FillAsync(import, meeting, minutes, ImportOutcome.Replaced, items);
    }

    /// <param name="replaced">The items that stood there before; null for a meeting that was not there.</param>
    private static async Task<Result<ImportedMeeting>> FillAsync(
        MeetingImport import, Meeting meeting, MeetingMinutes? minutes, ImportOutcome outcome, IReadOnlyList<AgendaItem>? replaced = null)
    {
        if (import.Fill(meeting, minutes).Error is { } error)
            return error;

        var items = import.Scope.Db.AgendaItems.Local.Where(item => item.MeetingId == meeting.Id && item.IsOnAgenda).ToList();
        if (replaced is not null)
        {
            await import.Scope.FollowItemsAsync(replaced, items);
            await import.Scope.FollowComingAsync(replaced, items);
        }

        await import.Scope.OfferDeadlinesAsync(import.Forum, meeting, items);
        return import.Report(meeting, outcome);
    }
}
