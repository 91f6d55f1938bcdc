using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Minutes.Uploads;

/// <summary>Sends something on its way to the library, in the transaction of what caused it.</summary>
internal static class UploadRequests
{
    /// <returns>The row to fill in. One that still waits for the same document is taken over.</returns>
    internal static async Task<DocumentUpload> RequestUploadAsync(this WriteScope scope, Meeting meeting, UploadTask task, DocumentPath path)
    {
        if (await scope.Db.DocumentUploads.FindAsync(meeting.Id, task) is not { } upload)
        {
            upload = new DocumentUpload
            {
                MeetingId = meeting.Id,
                Task = task,
                ForumId = meeting.ForumId,
                Path = path.ToString(),
                CreatedAt = scope.Now,
                DueAt = scope.Now,
                Revision = 0,
            };
            scope.Db.DocumentUploads.Add(upload);
        }

        // An attempt that is under way ends first: two at a time would take each other for a stranger.
        var due = upload.IsBeingTried(scope.Now) ? upload.DueAt : scope.Now;
        (upload.Path, upload.State, upload.Failure, upload.RequestedBy) = (path.ToString(), UploadState.Waiting, null, scope.Caller.PersonId);
        (upload.CreatedAt, upload.DueAt, upload.Attempts) = (scope.Now, due, 0);
        upload.Revision++;
        return upload;
    }
}
