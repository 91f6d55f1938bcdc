using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Ports;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Minutes;

/// <param name="ForumId">The meeting's forum.</param>
/// <param name="MeetingId">A meeting that has begun.</param>
/// <param name="Over">The version that somebody else put there and that the person wants replaced (it is kept as an earlier one).</param>
/// <param name="IsBeside">What somebody else put there stays, and the minutes are stored beside it under a name of their own.</param>
public sealed record WriteMinutesRequest(ForumId ForumId, MeetingId MeetingId, string? Over = null, bool IsBeside = false);

/// <param name="Path">Where the document lies, or is to lie.</param>
/// <param name="At">When it was stored, or asked for.</param>
/// <param name="IsStored">False while it is on its way: the person hears of it.</param>
public sealed record MinutesWritten(DocumentPath Path, Instant At, bool IsStored = true);

/// <summary>
/// Writes the minutes of a meeting as a Word document and sends it on its way to the library. What can be stored within a few seconds is
/// there when the person is answered. A document that says the same already is left alone.
/// </summary>
public sealed class WriteMinutes(
    IDbContextFactory<KlyngeContext> contexts, Writer writer, IDocumentLibrary library, StoreUploads uploads, MinutesWord word, IClock clock)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.PublishMinutes;

    public async Task<Result<MinutesWritten>> HandleAsync(Caller caller, WriteMinutesRequest request, CancellationToken cancellationToken)
    {
        var prepared = await PrepareAsync(caller, request, cancellationToken);
        if (!prepared.TryGet(out var draft, out var refusal))
        {
            return await writer.WriteAsync<MinutesWritten>(
                caller, nameof(WriteMinutes), request.ForumId, _ => Task.FromResult<Result<MinutesWritten>>(refusal), cancellationToken);
        }

        if (draft.Present is { } present && await IsThereAsync(present.Path, draft.Seen, cancellationToken))
            return present;

        // Made before the write begins, so that nobody else waits for it.
        var file = word.Write(draft.Document, draft.Forum, clock.GetCurrentInstant());
        var queued = await writer.WriteAsync<Done>(
            caller, nameof(WriteMinutes), request.ForumId, scope => QueueAsync(scope, request, draft, file), cancellationToken);
        return queued.Error is { } error ? error : await StoreNowAsync(request, draft, cancellationToken);
    }

    private async Task<Result<MinutesWritten>> StoreNowAsync(WriteMinutesRequest request, DraftMinutes draft, CancellationToken cancellationToken)
    {
        var tried = await uploads.TryNowAsync(request.MeetingId, UploadTask.Write, cancellationToken);
        return !tried.TryGet(out var upload, out var error) ? error
            : upload.State == UploadState.Stored ? new MinutesWritten(upload.Path, clock.GetCurrentInstant())
            : new MinutesWritten(draft.Path, clock.GetCurrentInstant(), IsStored: false);
    }

    private async Task<Result<DraftMinutes>> PrepareAsync(Caller caller, WriteMinutesRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var found = await MeetingOfAsync(db, caller, request, now);
        if (!found.TryGet(out var meeting, out var refusal))
            return refusal;

        if (!BuildMinutes.HasBegun(meeting, now))
            return new MinutesNotReady();

        var forum = await db.Forums.SingleAsync(candidate => candidate.Id == meeting.ForumId, cancellationToken);
        var document = await BuildMinutes.FromAsync(db, forum, meeting);
        var minutes = await db.Minutes.SingleOrDefaultAsync(candidate => candidate.MeetingId == meeting.Id, cancellationToken);
        if (minutes is { Status: MinutesStatus.NeedsReview })
            return new MinutesNeedReview();

        if (minutes is { IsFinal: true } && !ImportedDocument.IsPrinted(minutes, document, forum.Rules.Minutes))
            return new MinutesAlreadyApproved();

        var isOneOfSeveral = await db.Meetings.AnyAsync(
            other => other.ForumId == forum.Id && other.Date == meeting.Date && other.Id != meeting.Id, cancellationToken);
        var path = DocumentPath.Parse(minutes?.DocumentPath)
            ?? DocumentPath.ForMinutes(forum.Name, meeting.Date, isOneOfSeveral ? meeting.Start : null);
        return DraftOf(request, forum, document, path, minutes);
    }

    private static DraftMinutes DraftOf(WriteMinutesRequest request, Forum forum, MinutesDocument document, DocumentPath path, MeetingMinutes? minutes)
    {
        if (request.IsBeside)
            return new DraftMinutes(forum, document, path, Seen: null, Present: null);

        var isWritten = request.Over is null && minutes?.StoredAt is not null && ImportedDocument.IsPrinted(minutes, document, forum.Rules.Minutes);
        var present = isWritten ? new MinutesWritten(path, minutes!.StoredAt!.Value) : null;
        return new DraftMinutes(forum, document, path, request.Over ?? minutes?.DocumentVersion, present);
    }

    private static async Task<Result<Meeting>> MeetingOfAsync(KlyngeContext db, Caller caller, WriteMinutesRequest request, Instant now)
    {
        var entered = await db.EnterAsync(caller, request.ForumId, Needs, DanishTime.ToDanish(now).Date);
        if (!entered.TryGet(out _, out var refusal))
            return refusal;

        return await db.Meetings.SingleOrDefaultAsync(candidate => candidate.Id == request.MeetingId && candidate.ForumId == request.ForumId)
            is { } meeting
            ? meeting
            : new MeetingNotFound();
    }

    /// <summary>While the library is out of reach nobody knows; the document is sent on its way and will be found there.</summary>
    private async Task<bool> IsThereAsync(DocumentPath path, string? version, CancellationToken cancellationToken)
    {
        try
        {
            return (await library.FindAsync(path, cancellationToken))?.Version == version;
        }
        catch (DocumentLibraryException)
        {
            return false;
        }
    }

    private static async Task<Result<Done>> QueueAsync(WriteScope scope, WriteMinutesRequest request, DraftMinutes draft, PrintedMinutes file)
    {
        var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
        if (!found.TryGet(out var at, out var refusal))
            return refusal;

        await scope.RequestMinutesAsync(at.Meeting, file, draft.Path, draft.Seen);
        return default(Done);
    }

    /// <param name="Forum">Whose minutes they are.</param>
    /// <param name="Document">What the minutes say now.</param>
    /// <param name="Path">Where they are to be stored.</param>
    /// <param name="Seen">The version that is believed to be there.</param>
    /// <param name="Present">The document that says exactly this already; null when there is none.</param>
    private sealed record DraftMinutes(Forum Forum, MinutesDocument Document, DocumentPath Path, string? Seen, MinutesWritten? Present);
}
