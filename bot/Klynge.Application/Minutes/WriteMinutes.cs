using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Minutes.Rendering;
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
public sealed record WriteMinutesRequest(ForumId ForumId, MeetingId MeetingId, string? Over = null);

public sealed record MinutesWritten(DocumentPath Path, Instant At);

/// <summary>
/// Writes the minutes of a meeting as a Word document, stores it in the library and remembers which version it is. The library comes
/// first: should the database fail afterwards, writing again finds the document there. A document that says the same already is left alone.
/// </summary>
public sealed class WriteMinutes(IDbContextFactory<KlyngeContext> contexts, Writer writer, IDocumentLibrary library, IClock clock)
{
    private const int MostNames = 20;

    public async Task<Result<MinutesWritten>> HandleAsync(Caller caller, WriteMinutesRequest request, CancellationToken cancellationToken)
    {
        var prepared = await PrepareAsync(caller, request, cancellationToken);
        if (!prepared.TryGet(out var draft, out var refusal))
        {
            return await writer.WriteAsync<MinutesWritten>(
                caller, nameof(WriteMinutes), request.ForumId, _ => Task.FromResult<Result<MinutesWritten>>(refusal), cancellationToken);
        }

        if (draft.Present is { } present && (await library.FindAsync(present.Path, cancellationToken))?.Version == draft.Seen)
        {
            return present;
        }

        var stored = await StoreAsync(draft, cancellationToken);
        return stored.TryGet(out var file, out var error)
            ? await writer.WriteAsync<MinutesWritten>(
                caller, nameof(WriteMinutes), request.ForumId, scope => RecordAsync(scope, request, file), cancellationToken)
            : error;
    }

    private async Task<Result<DraftMinutes>> PrepareAsync(Caller caller, WriteMinutesRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var found = await MeetingOfAsync(db, caller, request, now);
        if (!found.TryGet(out var meeting, out var refusal))
        {
            return refusal;
        }

        if (!BuildMinutes.HasBegun(meeting, now))
        {
            return new MinutesNotReady();
        }

        var forum = await db.Forums.SingleAsync(candidate => candidate.Id == meeting.ForumId, cancellationToken);
        var document = await BuildMinutes.FromAsync(db, forum, meeting);
        var minutes = await db.Minutes.SingleOrDefaultAsync(candidate => candidate.MeetingId == meeting.Id, cancellationToken);
        if (minutes is { IsFinal: true } && minutes.TextHash != ImportedDocument.HashOf(document))
        {
            return new MinutesAlreadyApproved();
        }

        var isOneOfSeveral = await db.Meetings.AnyAsync(
            other => other.ForumId == forum.Id && other.Date == meeting.Date && other.Id != meeting.Id, cancellationToken);
        var path = DocumentPath.Parse(minutes?.DocumentPath)
            ?? DocumentPath.ForMinutes(forum.Name, meeting.Date, isOneOfSeveral ? meeting.Start : null);
        var isWritten = request.Over is null && minutes?.StoredAt is not null && minutes.TextHash == ImportedDocument.HashOf(document);
        var present = isWritten ? new MinutesWritten(path, minutes!.StoredAt!.Value) : null;
        return new DraftMinutes(document, path, request.Over ?? minutes?.DocumentVersion, present);
    }

    private static async Task<Result<Meeting>> MeetingOfAsync(KlyngeContext db, Caller caller, WriteMinutesRequest request, Instant now)
    {
        var allowed = await db.RequireAsync(caller, request.ForumId, Permission.PublishMinutes, DanishTime.ToDanish(now).Date);
        if (!allowed.TryGet(out _, out var refusal))
        {
            return refusal;
        }

        return await db.Meetings.SingleOrDefaultAsync(candidate => candidate.Id == request.MeetingId && candidate.ForumId == request.ForumId)
            is { } meeting
            ? meeting
            : new MeetingNotFound();
    }

    private async Task<Result<MinutesFile>> StoreAsync(DraftMinutes draft, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        MinutesDocumentWriter.Write(draft.Document, buffer);
        var content = buffer.ToArray();
        var path = draft.Path;
        for (var number = 2; number <= MostNames; number++)
        {
            var result = await library.StoreAsync(path, content, draft.Seen, cancellationToken);
            if (!result.TryGet(out var outcome, out var error))
            {
                return error;
            }

            switch (outcome)
            {
                case StoreOutcome.ChangedByOthers { Document: var changed }:
                    return new DocumentChangedByOthers(changed.Version, changed.Modified);
                case StoreOutcome.NameTaken:
                    path = draft.Path.Numbered(number);
                    break;
                default:
                    return FileOf(outcome.Document, content, draft);
            }
        }

        return new NoFreeName(draft.Path.Name);
    }

    private static MinutesFile FileOf(StoredDocument stored, byte[] content, DraftMinutes draft) => new(
        stored.Path.ToString(),
        ContentHash.Of(content),
        stored.Version,
        stored.WebUrl?.AbsoluteUri,
        ImportedDocument.HashOf(draft.Document));

    private static async Task<Result<MinutesWritten>> RecordAsync(WriteScope scope, WriteMinutesRequest request, MinutesFile file)
    {
        var found = await MeetingOfAsync(scope.Db, scope.Caller, request, scope.Now);
        if (!found.TryGet(out var meeting, out var refusal))
        {
            return refusal;
        }

        if (await scope.Db.Minutes.SingleOrDefaultAsync(candidate => candidate.MeetingId == meeting.Id) is not { } minutes)
        {
            minutes = new MeetingMinutes { MeetingId = meeting.Id };
            scope.Db.Minutes.Add(minutes);
        }

        return minutes.Store(file, scope.Now).TryGet(out _, out var final)
            ? new MinutesWritten(DocumentPath.Parse(file.Path)!, scope.Now)
            : final;
    }

    /// <param name="Document">What the minutes say now.</param>
    /// <param name="Path">Where they are to be stored.</param>
    /// <param name="Seen">The version that is believed to be there.</param>
    /// <param name="Present">The document that says exactly this already; null when there is none.</param>
    private sealed record DraftMinutes(MinutesDocument Document, DocumentPath Path, string? Seen, MinutesWritten? Present);
}
