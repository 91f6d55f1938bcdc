using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Minutes.Uploads;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Minutes;

/// <param name="ForumId">The forum.</param>
/// <param name="MeetingId">The meeting; null for the one on <paramref name="Date"/>.</param>
/// <param name="Date">The day of the meeting; null for the latest that has begun.</param>
/// <param name="OthersRead">The answer stands in a chat where others read along: no draft there.</param>
public sealed record ShowMinutesRequest(ForumId ForumId, MeetingId? MeetingId = null, LocalDate? Date = null, bool OthersRead = false);

/// <summary>Finds the minutes that a person asks for, and what that person may see and do of them.</summary>
public sealed class ShowMinutes(IDbContextFactory<KlyngeContext> contexts, DocumentLinks links, IClock clock)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ReadMinutes;

    public async Task<Result<MinutesView>> HandleAsync(PersonId person, ShowMinutesRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var today = DanishTime.ToDanish(now).Date;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entered = await db.EnterAsync(new Caller(person), request.ForumId, Needs, today);
        if (!entered.TryGet(out var visit, out var refusal))
            return refusal;

        var found = await FindAsync(db, visit.Forum, request, now);
        if (!found.TryGet(out var meeting, out refusal))
            return refusal;

        var minutes = await db.Minutes.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.MeetingId == meeting.Id, cancellationToken);
        return RefuseDraft(visit.Forum, meeting, minutes, visit.Access, request) is { } hidden
            ? hidden
            : await ViewAsync(db, visit.Forum, meeting, minutes, visit.Access, today);
    }

    /// <summary>The meetings of a day, where a date alone does not say which one.</summary>
    public async Task<IReadOnlyList<Meeting>> MeetingsOnAsync(ForumId forum, LocalDate date, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Meetings.AsNoTracking()
            .Where(meeting => meeting.ForumId == forum && meeting.Date == date && meeting.Status != MeetingStatus.Cancelled)
            .OrderBy(meeting => meeting.Start)
            .ToListAsync(cancellationToken);
    }

    private static async Task<Result<Meeting>> FindAsync(KlyngeContext db, Forum forum, ShowMinutesRequest request, Instant now)
    {
        var meetings = db.Meetings.AsNoTracking().Where(meeting => meeting.ForumId == forum.Id && meeting.Status != MeetingStatus.Cancelled);
        if (request.MeetingId is { } id)
            return await meetings.SingleOrDefaultAsync(meeting => meeting.Id == id) is { } named ? named : new MeetingNotFound();

        if (request.Date is { } date)
        {
            var onDay = await meetings.Where(meeting => meeting.Date == date).OrderByDescending(meeting => meeting.Start).FirstOrDefaultAsync();
            return onDay is null ? new NoMeetingThatDay(forum.Name, date) : onDay;
        }

        var moment = DanishTime.ToDanish(now);
        var latest = await meetings
            .Where(meeting => meeting.Status == MeetingStatus.InProgress || meeting.Status == MeetingStatus.Held
                || meeting.Date < moment.Date || (meeting.Date == moment.Date && meeting.Start <= moment.TimeOfDay))
            .OrderByDescending(meeting => meeting.Date).ThenByDescending(meeting => meeting.Start)
            .FirstOrDefaultAsync();
        return latest is null ? new NoMeetingHeld(forum.Name) : latest;
    }

    private static Error? RefuseDraft(Forum forum, Meeting meeting, MeetingMinutes? minutes, ForumAccess access, ShowMinutesRequest request)
    {
        if (minutes?.Status == MinutesStatus.Approved)
            return null;

        var needed = minutes?.Status == MinutesStatus.NeedsReview ? Permission.PublishMinutes : Permission.ReadDraftMinutes;
        if (!access.May(needed))
            return new MinutesNotPublished(forum.Name, meeting.Date);

        return request.OthersRead ? new DraftIsPersonal(forum.Name, meeting.Date) : null;
    }

    private async Task<MinutesView> ViewAsync(
        KlyngeContext db, Forum forum, Meeting meeting, MeetingMinutes? minutes, ForumAccess access, LocalDate today)
    {
        var document = await BuildMinutes.FromAsync(db, forum, meeting);
        var isStale = minutes?.StoredAt is not null && minutes.TextHash != ImportedDocument.HashOf(document);
        var publishes = access.May(Permission.PublishMinutes);
        var upload = await LatestUploadAsync(db, meeting.Id);
        var isLeaving = await db.IsLeavingAsync(meeting.Id);
        return new MinutesView
        {
            ForumId = forum.Id,
            Forum = forum.Name,
            MeetingId = meeting.Id,
            Time = meeting.Time,
            Status = minutes?.DocumentPath is null && minutes?.Status is not (MinutesStatus.Approved or MinutesStatus.NeedsReview) ? null : minutes.Status,
            IsImported = minutes?.ImportedDocument is not null,
            Link = isLeaving ? null : MinutesLink.Of(minutes, links),
            PdfLink = isLeaving ? null : MinutesLink.OfPdf(minutes, links),
            Upload = upload?.State,
            UploadTask = upload?.Task ?? UploadTask.Write,
            UploadFailure = upload?.Failure,
            MayRetry = publishes,
            StoredAt = minutes?.StoredAt,
            ApprovedAt = minutes?.ApprovedAt,
            IsStale = isStale,
            Items = document.Items,
            MayWrite = publishes && minutes?.Status != MinutesStatus.NeedsReview && BuildMinutes.HasBegun(meeting, clock.GetCurrentInstant()) && minutes is not { IsFinal: true },
            MayApprove = publishes && !isStale && minutes is { Status: MinutesStatus.Draft, StoredAt: not null },
            Reach = publishes ? (await MinutesReaders.OfAsync(db, forum.Id, today, access.PersonId)).Count : 0,
        };
    }

    private static Task<UploadSummary?> LatestUploadAsync(KlyngeContext db, MeetingId meeting) =>
        db.DocumentUploads.AsNoTracking()
            .Where(upload => upload.MeetingId == meeting && upload.Task != UploadTask.Close)
            .OrderBy(upload => upload.State == UploadState.Stored).ThenByDescending(upload => upload.Task)
            .Select(upload => new UploadSummary(upload.State, upload.Task, upload.Failure))
            .FirstOrDefaultAsync();

    private sealed record UploadSummary(UploadState State, UploadTask Task, string? Failure);
}
