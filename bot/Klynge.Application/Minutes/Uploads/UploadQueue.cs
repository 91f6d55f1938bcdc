using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Rights;
using Klynge.Application.Seals;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Minutes.Uploads;

/// <summary>Gives an upload to one attempt at a time and writes down what came of it.</summary>
public sealed class UploadQueue(Writer writer, UploadNotices notices, RequestSeals seals, MinutesWord word)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = WriteMinutes.Needs;

    private static readonly Duration Turn = Duration.FromMinutes(5);
    private static readonly Duration GiveUpAfter = Duration.FromHours(24);
    private static readonly Duration MaxWait = Duration.FromMinutes(30);

    /// <returns>The upload as it stands now; null when it does not wait any more, or another host has it.</returns>
    internal async Task<DocumentUpload?> ClaimAsync(MeetingId meeting, UploadTask task)
    {
        try
        {
            var taken = await writer.WriteAsync<Taken>(new WriteIntent("TakeUpload", Caller.System, IsOnRecord: false), async scope =>
            {
                if (await scope.Db.DocumentUploads.FindAsync(meeting, task) is not { State: UploadState.Waiting } upload || upload.DueAt > scope.Now)
                    return new Taken(null);

                (upload.DueAt, upload.Failure) = (scope.Now + Turn, null);
                upload.Attempts++;
                return new Taken(upload);
            });
            return taken.Value.Upload;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    /// <returns>The error that ended the upload for good.</returns>
    internal async Task<Error?> RecordAsync(DocumentUpload upload, UploadOutcome outcome)
    {
        var intent = outcome switch
        {
            UploadOutcome.Stored or UploadOutcome.Published => new WriteIntent("StoreMinutes", Caller.Of(JobRights.StoreMinutes, inNameOf: upload.RequestedBy), upload.ForumId, SubjectId: upload.MeetingId.Value),
            UploadOutcome.Closed => new WriteIntent("CloseMinutes", Caller.Of(JobRights.StoreMinutes), upload.ForumId, SubjectId: upload.MeetingId.Value),
            _ => new WriteIntent("PostponeUpload", Caller.System, IsOnRecord: false),
        };
        await writer.WriteAsync<Done>(intent, async scope =>
        {
            if (scope.Intent.IsOnRecord)
                await scope.EnterAsJobAsync(upload.ForumId, Needs); // Whoever asked for the document was let in then.

            var row = await scope.Db.DocumentUploads.SingleAsync(candidate => candidate.MeetingId == upload.MeetingId && candidate.Task == upload.Task);
            await SaveAsync(scope, row, upload, outcome);
            return default(Done);
        });
        return outcome switch
        {
            UploadOutcome.Changed changed => changed.By,
            UploadOutcome.Never never => never.Why,
            _ => null,
        };
    }

    private async Task SaveAsync(WriteScope scope, DocumentUpload row, DocumentUpload upload, UploadOutcome outcome)
    {
        switch (outcome)
        {
            case UploadOutcome.Stored { File: var file }:
                await KeepStoredAsync(scope, row, upload, file);
                break;
            case UploadOutcome.Published { File: var file }:
                (await scope.Db.Minutes.SingleAsync(minutes => minutes.MeetingId == row.MeetingId)).Publish(file);
                row.State = UploadState.Stored;
                await seals.RequestAsync(scope, PackageKind.Minutes, row.MeetingId.Value, row.ForumId);
                break;
            case UploadOutcome.Closed when row.Revision != upload.Revision:
                row.DueAt = scope.Now;
                break;
            case UploadOutcome.Closed:
                row.State = UploadState.Stored;
                await scope.WriteAnewAsync(row, word);
                break;
            case UploadOutcome.Later { Why: var why } when row.Task == UploadTask.Close || scope.Now - row.CreatedAt < GiveUpAfter:
                if (row.Task == UploadTask.Close)
                    await ClosedMinutes.NotifyAsync(scope, row, why);

                (row.Failure, row.DueAt) = (why.Text, scope.Now + Duration.Min(MaxWait, Duration.FromSeconds(15 * Math.Pow(2, Math.Min(row.Attempts, 8)))));
                break;
            case UploadOutcome.Later { Why: var why }:
                await EndAsync(scope, row, upload, UploadState.Failed, why);
                break;
            case UploadOutcome.Never { Why: var why }:
                await EndAsync(scope, row, upload, UploadState.Failed, why);
                break;
            case UploadOutcome.Changed { By: var by }:
                await EndAsync(scope, row, upload, UploadState.Changed, by);
                break;
        }
    }

    private async Task KeepStoredAsync(WriteScope scope, DocumentUpload row, DocumentUpload upload, MinutesFile file)
    {
        var minutes = await MinutesOfAsync(scope, row.MeetingId);
        if (minutes.Store(file, scope.Now).Error is { } final)
        {
            await EndAsync(scope, row, upload, UploadState.Failed, final);
            return;
        }

        if (row.Revision != upload.Revision)
        {
            (row.Path, row.Seen, row.DueAt) = (file.Path, file.Version, scope.Now);
            return;
        }

        (row.State, row.Content, row.Path) = (UploadState.Stored, null, file.Path);
        if (minutes.IsFinal)
        {
            // Imported minutes are approved before they are written.
            var meeting = await scope.Db.Meetings.SingleAsync(candidate => candidate.Id == row.MeetingId);
            await scope.RequestUploadAsync(meeting, UploadTask.Publish, DocumentPath.Parse(file.Path)!);
        }

        await notices.StoredAsync(scope, row, minutes);
    }

    private static async Task<MeetingMinutes> MinutesOfAsync(WriteScope scope, MeetingId meeting)
    {
        if (await scope.Db.Minutes.SingleOrDefaultAsync(candidate => candidate.MeetingId == meeting) is { } minutes)
            return minutes;

        minutes = new MeetingMinutes { MeetingId = meeting };
        scope.Db.Minutes.Add(minutes);
        return minutes;
    }

    private static async Task EndAsync(WriteScope scope, DocumentUpload row, DocumentUpload upload, UploadState state, Error why)
    {
        if (row.Revision != upload.Revision)
        {
            row.DueAt = scope.Now;
            return;
        }

        (row.State, row.Content, row.Failure) = (state, null, why.Text);
        await UploadNotices.EndedAsync(scope, row, why);
    }

    private sealed record Taken(DocumentUpload? Upload);
}
