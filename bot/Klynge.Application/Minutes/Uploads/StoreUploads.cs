using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Minutes.Uploads;

/// <param name="State">How far it is.</param>
/// <param name="Path">Where the document lies, or is to lie.</param>
public sealed record UploadProgress(UploadState State, DocumentPath Path);

/// <summary>
/// Carries what waits over to the library: at once for somebody who is waiting, and by a job for what could not be stored then. An attempt
/// takes an upload for itself for some minutes; what a crash leaves behind is due again after that.
/// </summary>
public sealed partial class StoreUploads(
    IDbContextFactory<KlyngeContext> contexts, UploadQueue queue, Uploader carrier, IClock clock, TimeProvider time, ILogger<StoreUploads> logger)
{
    /// <summary>As long as somebody in a chat waits gladly; Teams itself waits a little longer.</summary>
    private static readonly TimeSpan ReplyTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Shorter than the time that an attempt has the upload for itself.</summary>
    private static readonly TimeSpan MaxAttempt = TimeSpan.FromMinutes(4);

    /// <summary>Everything that is due now, one after the other.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await db.DocumentUploads.AsNoTracking()
            .Where(upload => upload.State == UploadState.Waiting && upload.DueAt <= now)
            .OrderBy(upload => upload.DueAt)
            .Select(upload => new { upload.MeetingId, upload.Task })
            .ToListAsync(cancellationToken);
        foreach (var upload in due)
            await AttemptAsync(upload.MeetingId, upload.Task, cancellationToken);

        return due.Count;
    }

    /// <summary>Tries one now and waits a few seconds for it. It goes on when they are over, and its end is told to whoever asked for it.</summary>
    /// <returns>How far it is; the error that ended it for good.</returns>
    internal async Task<Result<UploadProgress>> TryNowAsync(MeetingId meeting, UploadTask task, CancellationToken cancellationToken)
    {
        var timedOut = new TaskCompletionSource();
        await using var timer = time.CreateTimer(_ => timedOut.TrySetResult(), null, ReplyTimeout, Timeout.InfiniteTimeSpan);
        var attempt = AttemptAsync(meeting, task, CancellationToken.None);
        if (await Task.WhenAny(attempt, timedOut.Task) == attempt && await attempt is { } error)
            return error;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var upload = await db.DocumentUploads.AsNoTracking().SingleAsync(row => row.MeetingId == meeting && row.Task == task, cancellationToken);
        return new UploadProgress(upload.State, DocumentPath.Parse(upload.Path)!);
    }

    /// <returns>What ended the upload for good; null when it is stored, still waits or is somebody else's turn.</returns>
    private async Task<Error?> AttemptAsync(MeetingId meeting, UploadTask task, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(MaxAttempt, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await queue.ClaimAsync(meeting, task) is { } upload
                ? await queue.RecordAsync(upload, await carrier.UploadAsync(upload, either.Token))
                : null;
        }
        catch (Exception exception) when (exception is StorageUnavailableException || Outage.Is(exception))
        {
            LogStorageAway(exception);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            LogTakesLong(meeting.Value);
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to record an upload; uploading again")]
    private partial void LogStorageAway(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The upload of meeting {Meeting} takes long; continuing later")]
    private partial void LogTakesLong(Guid meeting);
}
