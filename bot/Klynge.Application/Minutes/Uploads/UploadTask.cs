using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Minutes.Uploads;

public enum UploadTask
{
    /// <summary>The minutes as a Word document.</summary>
    Write = 1,

    /// <summary>Approved minutes: the columns say so, and a PDF stands beside.</summary>
    Publish = 2,

    /// <summary>Minutes of an item that has been closed since: to the place of closed documents, before they are written anew.</summary>
    Close = 3,
}

public enum UploadState
{
    /// <summary>It is tried, or tried again, when it is due.</summary>
    Waiting = 1,

    /// <summary>Done.</summary>
    Stored = 2,

    /// <summary>Somebody has changed the document in the library: a person decides what happens.</summary>
    Changed = 3,

    /// <summary>Given up; a person may ask for another try.</summary>
    Failed = 4,
}

/// <summary>What came of carrying something over to the library.</summary>
public abstract record UploadOutcome
{
    private UploadOutcome()
    {
    }

    internal sealed record Stored(MinutesFile File) : UploadOutcome;

    internal sealed record Published(PublishedFile File) : UploadOutcome;

    internal sealed record Closed : UploadOutcome;

    /// <summary>Nothing is stored: a person decides.</summary>
    internal sealed record Changed(DocumentChangedByOthers By) : UploadOutcome;

    /// <summary>Worth another try.</summary>
    internal sealed record Later(Error Why) : UploadOutcome;

    internal sealed record Never(Error Why) : UploadOutcome;
}

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
