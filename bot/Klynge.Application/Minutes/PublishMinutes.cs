using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Minutes.Uploads;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Minutes;

public sealed record PublishMinutesRequest(ForumId ForumId, MeetingId MeetingId);

/// <summary>Tries again to mark approved minutes as such in the library and to put the PDF beside them.</summary>
public sealed class PublishMinutes(Writer writer, StoreUploads uploads)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.PublishMinutes;

    public async Task<Result<UploadProgress>> HandleAsync(Caller caller, PublishMinutesRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var queued = await writer.WriteAsync<Done>(
            caller, nameof(PublishMinutes), request.ForumId, scope => QueueAsync(scope, request), cancellationToken);
        return queued.Error is { } error ? error : await uploads.TryNowAsync(request.MeetingId, UploadTask.Publish, cancellationToken);
    }

    private static async Task<Result<Done>> QueueAsync(WriteScope scope, PublishMinutesRequest request)
    {
        var entered = await scope.EnterAsync(request.ForumId, Needs);
        if (entered.Error is { } refusal)
            return refusal;

        var meeting = await scope.Db.Meetings.SingleOrDefaultAsync(
            candidate => candidate.Id == request.MeetingId && candidate.ForumId == request.ForumId);
        if (meeting is null)
            return new MeetingNotFound();

        var minutes = await scope.Db.Minutes.SingleOrDefaultAsync(candidate => candidate.MeetingId == meeting.Id);
        if (minutes is not { IsFinal: true } || DocumentPath.Parse(minutes.DocumentPath) is not { } path)
            return new MinutesNotWritten();

        if (await scope.Db.DocumentUploads.FindAsync(meeting.Id, UploadTask.Publish) is not { State: UploadState.Stored or UploadState.Waiting })
            await scope.RequestUploadAsync(meeting, UploadTask.Publish, path);

        return default(Done);
    }
}
