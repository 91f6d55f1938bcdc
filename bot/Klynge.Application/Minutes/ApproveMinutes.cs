using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Minutes;

public sealed record ApproveMinutesRequest(ForumId ForumId, MeetingId MeetingId);

/// <param name="People">How many were told.</param>
public sealed record MinutesApproved(Instant At, int People);

/// <summary>
/// The secretariat approves the document as it stands in the library: from then on everybody in the forum may read it, and no decision of
/// the meeting can be changed. Refused while the items say something else than the document.
/// </summary>
public sealed class ApproveMinutes(Writer writer, DocumentLinks links, StoreUploads uploads)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.PublishMinutes;

    public async Task<Result<MinutesApproved>> HandleAsync(Caller caller, ApproveMinutesRequest request, CancellationToken cancellationToken)
    {
        var approved = await writer.WriteAsync<MinutesApproved>(
            caller, nameof(ApproveMinutes), request.ForumId, scope => ApproveAsync(scope, request), cancellationToken);
        if (approved.IsSuccess)
        {
            // The approval stands whatever comes of the PDF: the card says how far it is, with a button where it failed.
            await uploads.TryNowAsync(request.MeetingId, UploadTask.Publish, cancellationToken);
        }

        return approved;
    }

    private async Task<Result<MinutesApproved>> ApproveAsync(WriteScope scope, ApproveMinutesRequest request)
    {
        var entered = await scope.EnterAsync(request.ForumId, Needs);
        if (!entered.TryGet(out var visit, out var refusal))
            return refusal;

        if (await scope.Db.Meetings.SingleOrDefaultAsync(candidate => candidate.Id == request.MeetingId && candidate.ForumId == visit.Forum.Id)
            is not { } meeting)
        {
            return new MeetingNotFound();
        }

        if (await scope.Db.Minutes.SingleOrDefaultAsync(candidate => candidate.MeetingId == meeting.Id) is not { } minutes)
            return new MinutesNotWritten();

        if (minutes is { Status: MinutesStatus.Approved, ApprovedAt: { } before })
            return new MinutesApproved(before, (await MinutesReaders.OfAsync(scope.Db, visit.Forum.Id, scope.Today, scope.Caller.PersonId)).Count);

        var text = ImportedDocument.HashOf(await BuildMinutes.FromAsync(scope.Db, visit.Forum, meeting), visit.Forum.Rules.Minutes);
        if (minutes.Approve(text, scope.Now).Error is { } error)
            return error;

        await scope.RequestUploadAsync(meeting, UploadTask.Publish, DocumentPath.Parse(minutes.DocumentPath)!);
        return await NotifyAsync(scope, visit.Forum, meeting, minutes);
    }

    private async Task<Result<MinutesApproved>> NotifyAsync(WriteScope scope, Forum forum, Meeting meeting, MeetingMinutes minutes)
    {
        var by = scope.Caller.PersonId is { } person
            ? await scope.Db.People.Where(candidate => candidate.Id == person).Select(candidate => candidate.Name).SingleAsync()
            : null;
        var card = MinutesCard.Published(forum, meeting, MinutesLink.Of(minutes, links)!, by, await scope.Db.DocumentsWithMinutesAsync(meeting.Id));
        var readers = await MinutesReaders.OfAsync(scope.Db, forum.Id, scope.Today, scope.Caller.PersonId);
        foreach (var reader in readers)
            scope.Notify(reader, card);

        return new MinutesApproved(scope.Now, readers.Count);
    }
}
