using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// Moves the files of closed cases from where open documents lie to the place of closed ones. First the file, then the record: whatever
/// happens in between, the next attempt finds the file in one of the two places and goes on. It is tried until it is done; what the
/// secretariat can mend, such as a folder that is missing, it is told once.
/// </summary>
public sealed partial class MoveClosedDocuments(
    Writer writer, IDocumentLibrary library, DocumentLinks links, IDbContextFactory<KlyngeContext> contexts, IClock clock, ILogger<MoveClosedDocuments> logger)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = CloseWrittenProcedure.Needs;

    /// <summary>About four minutes after the first.</summary>
    private const int ToldAfter = 5;

    private static readonly Duration MaxWait = Duration.FromMinutes(30);

    /// <returns>How many files have left.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await db.OpenCopies.AsNoTracking()
            .Where(copy => copy.LeftAt == null && copy.DueAt != null && copy.DueAt <= now)
            .OrderBy(copy => copy.DueAt)
            .ToListAsync(cancellationToken);
        var left = 0;
        foreach (var copy in due)
        {
            var carried = await TryAsync(copy, cancellationToken);
            await (carried.TryGet(out var move, out var error) ? SaveAsync(copy, move) : PostponeAsync(copy, error));
            left += carried.IsSuccess && carried.Value.HasLeft ? 1 : 0;
        }

        return left;
    }

    private async Task<Result<Move>> TryAsync(OpenCopy copy, CancellationToken cancellationToken)
    {
        try
        {
            var from = DocumentPath.Parse(copy.Path)!;
            return DocumentPath.Parse(copy.MovesTo) is { } to
                ? await MoveAsync(copy, from, to, cancellationToken)
                : await DeleteAsync(from, stored: null, cancellationToken);
        }
        catch (DocumentLibraryException exception)
        {
            return exception.Reason;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !Outage.Is(exception))
        {
            // As for minutes: a bug must not hold up the others. Its text may quote an address; its type does not.
            LogFailed(copy.ProcedureId.Value, exception.GetType().FullName, exception.StackTrace);
            return new LibraryIsUnavailable();
        }
    }

    private async Task<Result<Move>> MoveAsync(OpenCopy copy, DocumentPath from, DocumentPath to, CancellationToken cancellationToken)
    {
        var before = await HashAsync(from, cancellationToken);
        var moved = await library.MoveAsync(from, to, cancellationToken);
        if (!moved.TryGet(out var outcome, out var error))
            return error;

        if (outcome is MoveOutcome.NameTaken)
        {
            // The same file twice, as when the next version of the case was frozen from the same source: one of them is enough.
            return before is not null && before == await HashAsync(to, cancellationToken)
                ? await DeleteAsync(from, await library.FindAsync(to, cancellationToken), cancellationToken)
                : new Move(HasLeft: false, Stored: null, to.Numbered(copy.Attempts + 2));
        }

        var stored = (outcome as MoveOutcome.Moved)?.Document;
        if (before is not null && stored is not null && before != await HashAsync(to, cancellationToken))
            LogChanged(copy.ProcedureId.Value);

        return new Move(HasLeft: true, stored);
    }

    private async Task<Result<Move>> DeleteAsync(DocumentPath path, StoredDocument? stored, CancellationToken cancellationToken)
    {
        var deleted = await library.DeleteAsync(path, cancellationToken);
        return deleted.Error is { } error ? error : new Move(HasLeft: true, stored);
    }

    private async Task<string?> HashAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        await using var content = await library.OpenAsync(path, cancellationToken);
        return content is null ? null : await ContentHash.OfAsync(content, cancellationToken);
    }

    private async Task SaveAsync(OpenCopy copy, Move move)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var forum = await db.WrittenProcedures.Where(one => one.Id == copy.ProcedureId).Select(one => one.ForumId).SingleAsync();
        await writer.WriteAsync<Done>(
            new WriteIntent(nameof(MoveClosedDocuments), Caller.Of(JobRights.MoveClosedDocuments), forum, IsOnRecord: move.HasLeft, SubjectId: copy.ProcedureId.Value),
            async scope =>
            {
                await scope.EnterAsJobAsync(forum, Needs);

                // Of two closed cases with one file each has a row.
                var rows = await scope.Db.OpenCopies.Where(one => one.Path == copy.Path && one.DueAt != null && one.LeftAt == null).ToListAsync();
                if (move.Renamed is { } renamed)
                {
                    rows.ForEach(row => row.Leave(renamed, scope.Now));
                    return default(Done);
                }

                rows.ForEach(row => row.HasLeft(scope.Now));
                if (copy.MovesTo is { } to)
                    await NameAsync(scope, forum, copy.Path, to, move.Stored);

                return default(Done);
            });
    }

    /// <summary>
    /// What the cards show of the case, its documents and the item that follows it name the new place from now on. What the voters were shown
    /// stays as it was, to the letter: for the versions of a case this row says where the file lies.
    /// </summary>
    private async Task NameAsync(WriteScope scope, ForumId forum, string from, string to, StoredDocument? stored)
    {
        var url = (stored is null ? links.To(DocumentPath.Parse(to)!) : links.To(stored)).AbsoluteUri;
        foreach (var procedure in (await scope.Db.WrittenProcedures.Where(one => one.ForumId == forum).ToListAsync()).Where(one => one.Case.Holds(from)))
        {
            var before = procedure.Case.Attachments.Where(one => one.Path == from).Select(one => one.CopyUrl).ToHashSet(StringComparer.Ordinal);
            procedure.Case = procedure.Case.WithCopyAt(from, to, url);
            if (procedure.FollowUpItemId is { } id && await scope.Db.AgendaItems.FindAsync(id) is { } item)
                item.MoveAttachments(before, url);

            await scope.RefreshAsync(ProcedureCardSource.Key(procedure.Id));
        }

        foreach (var document in await scope.Db.ProcedureDocuments.Where(one => one.Path == from || one.PdfPath == from).ToListAsync())
        {
            document.MoveTo(from, to, stored?.WebUrl?.AbsoluteUri);
            var followUp = await scope.Db.WrittenProcedures.Where(one => one.Id == document.ProcedureId).Select(one => one.FollowUpItemId).SingleAsync();
            if (followUp is { } id && await scope.Db.AgendaItems.FindAsync(id) is { } item)
                await scope.ChangeAsync(item, AttachmentList.WithCopyAt(item.Content, from, to, url));
        }
    }

    private Task PostponeAsync(OpenCopy copy, Error why) => writer.WriteAsync<Done>(
        new WriteIntent("PostponeClosedDocument", Caller.System, IsOnRecord: false),
        async scope =>
        {
            var row = (await scope.Db.OpenCopies.FindAsync(copy.Path, copy.ProcedureId))!;
            row.Postpone(scope.Now + Duration.Min(MaxWait, Duration.FromSeconds(15 * Math.Pow(2, Math.Min(row.Attempts, 8)))));
            if (row.Attempts == ToldAfter)
                await NotifyAsync(scope, copy.ProcedureId, why);

            return default(Done);
        });

    private static async Task NotifyAsync(WriteScope scope, WrittenProcedureId id, Error why)
    {
        var procedure = await scope.Db.WrittenProcedures.AsNoTracking().SingleAsync(one => one.Id == id);
        if (await scope.Db.ViewProcedureAsync(procedure.ForumId, id, CancellationToken.None) is { } view)
            await scope.NotifySecretariatAsync(procedure.ForumId, DocumentsCard.Build(view, Texts.StillInTheOpen(why.Text)));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed to move a document of closed case {Case}: {ExceptionType} {Stack}")]
    private partial void LogFailed(Guid @case, string? exceptionType, string? stack);

    [LoggerMessage(Level = LogLevel.Error, Message = "A document of closed case {Case} has other content after it was moved")]
    private partial void LogChanged(Guid @case);

    /// <param name="Stored">As it lies now; null where there was nothing to move.</param>
    /// <param name="Renamed">The next name to try, when the wanted one is another file's.</param>
    private sealed record Move(bool HasLeft, StoredDocument? Stored, DocumentPath? Renamed = null);
}
