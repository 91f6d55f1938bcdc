using Klynge.Application.Agendas.Attachments;
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

/// <param name="MeetingId">The meeting; null for the one on <paramref name="Date"/>.</param>
/// <param name="Date">The day of the meeting; null for the latest that has begun.</param>
/// <param name="OthersRead">The answer stands in a chat where others read along: no draft there.</param>
public sealed record ShowMinutesRequest(MeetingId? MeetingId = null, LocalDate? Date = null, bool OthersRead = false);

/// <summary>Finds the minutes that a person asks for, and what that person may see and do of them.</summary>
public sealed class ShowMinutes(IDbContextFactory<KlyngeContext> contexts, DocumentLinks links, IClock clock)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ReadMinutes;

    /// <param name="visit">By the gate, which has asked for <see cref="Needs"/>.</param>
    public async Task<Result<MinutesView>> HandleAsync(Visit visit, ShowMinutesRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var now = clock.GetCurrentInstant();
        var today = DanishTime.ToDanish(now).Date;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await FindAsync(db, visit.Forum, request, now);
        if (!found.TryGet(out var source, out var refusal))
            return refusal;

        return RefuseDraft(visit.Forum, source.Meeting, source.Minutes, visit.Access, request) is { } hidden
            ? hidden
            : await ViewAsync(db, visit.Forum, source, visit.Access, today);
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

    private static async Task<Result<MinutesSource>> FindAsync(KlyngeContext db, Forum forum, ShowMinutesRequest request, Instant now)
    {
        var meetings = db.Meetings.AsNoTracking().Where(meeting => meeting.ForumId == forum.Id && meeting.Status != MeetingStatus.Cancelled);
        if (request.MeetingId is { } id)
            return await OneAsync(meetings.Where(meeting => meeting.Id == id)) is { } named ? named : new MeetingNotFound();

        if (request.Date is { } date)
        {
            var onDay = await OneAsync(meetings.Where(meeting => meeting.Date == date).OrderByDescending(meeting => meeting.Start).Take(1));
            return onDay is null ? new NoMeetingThatDay(forum.Name, date) : onDay;
        }

        var moment = DanishTime.ToDanish(now);
        var latest = await OneAsync(meetings
            .Where(meeting => meeting.Status == MeetingStatus.InProgress || meeting.Status == MeetingStatus.Held
                || meeting.Date < moment.Date || (meeting.Date == moment.Date && meeting.Start <= moment.TimeOfDay))
            .OrderByDescending(meeting => meeting.Date).ThenByDescending(meeting => meeting.Start)
            .Take(1));
        return latest is null ? new NoMeetingHeld(forum.Name) : latest;

        Task<MinutesSource?> OneAsync(IQueryable<Meeting> one) => MinutesSource.Of(db, one).SingleOrDefaultAsync();
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
        KlyngeContext db, Forum forum, MinutesSource source, ForumAccess access, LocalDate today)
    {
        var (meeting, minutes) = (source.Meeting, source.Minutes);
        var document = await BuildMinutes.FromAsync(db, forum, source);
        var isStale = minutes?.StoredAt is not null && !ImportedDocument.IsPrinted(minutes, document, forum.Rules.Minutes);
        var publishes = access.May(Permission.PublishMinutes);
        var uploads = await UploadsAsync(db, meeting.Id);
        var upload = uploads.Find(one => one.Task != UploadTask.Close);
        // From the closing until they are gone nobody opens them by a link of ours.
        var distribution = publishes ? await MinutesReaders.DistributionAsync(db, forum.Id, today, access.PersonId) : new([], 0);
        var isLeaving = uploads.Exists(one => one is { Task: UploadTask.Close, State: not UploadState.Stored });
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
            Documents = AttachmentNames.CountIn(document),
            MayWrite = publishes && minutes?.Status != MinutesStatus.NeedsReview && BuildMinutes.HasBegun(meeting, clock.GetCurrentInstant()) && minutes is not { IsFinal: true },
            MayApprove = publishes && !isStale && minutes is { Status: MinutesStatus.Draft, StoredAt: not null },
            Agreed = distribution.Agreed,
            Reach = distribution.Reach,
        };
    }

    /// <summary>The one that waits first; of those that are stored the later task. One that is to leave its open place is among them.</summary>
    private static Task<List<UploadSummary>> UploadsAsync(KlyngeContext db, MeetingId meeting) =>
        db.DocumentUploads.AsNoTracking()
            .Where(upload => upload.MeetingId == meeting)
            .OrderBy(upload => upload.State == UploadState.Stored).ThenByDescending(upload => upload.Task)
            .Select(upload => new UploadSummary(upload.State, upload.Task, upload.Failure))
            .ToListAsync();

    private sealed record UploadSummary(UploadState State, UploadTask Task, string? Failure);
}
