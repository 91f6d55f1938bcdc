using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Evidence;
using Klynge.Documents.Word;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// Writes the protocol and the remarks of closed cases and stores them in the library; the protocol anew once the chair has confirmed. What
/// cannot be stored now is tried again the next time.
/// </summary>
public sealed class StoreProcedureDocuments(
    Writer writer,
    IDocumentLibrary library,
    LibraryPublisher shelf,
    PublishProcedureDocuments publish,
    ProcedureLinks links,
    IDbContextFactory<KlyngeContext> contexts,
    WordTemplate template,
    IClock clock)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = CloseWrittenProcedure.Needs;

    private const string Told = "TellOfClosedPlace";

    private static readonly Duration ToldAgainAfter = Duration.FromDays(1);

    /// <returns>How many documents were stored.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var stored = 0;
        foreach (var (forum, id) in await DueAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (await ProcedureRecord.ReadAsync(db, forum, id, cancellationToken) is { } record)
            {
                stored += await StoreAsync(record, ProcedureDocumentKind.Protocol, ProtocolWriter.Write(record, template), cancellationToken) ? 1 : 0;
                stored += RemarksWriter.Write(record, template) is { } remarks
                    && await StoreAsync(record, ProcedureDocumentKind.Remarks, remarks, cancellationToken) ? 1 : 0;
            }
        }

        await publish.HandleAsync(cancellationToken);
        return stored;
    }

    private async Task<List<(ForumId Forum, WrittenProcedureId Id)>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await db.WrittenProcedures.AsNoTracking()
            .Where(procedure => procedure.Status == ProcedureStatus.Closed && procedure.OpenedAt != null
                && !db.ProcedureDocuments.Any(document => document.ProcedureId == procedure.Id
                    && document.Kind == ProcedureDocumentKind.Protocol
                    && document.IsConfirmed == (procedure.ConfirmedAt != null)))
            .Select(procedure => new { procedure.ForumId, procedure.Id })
            .ToListAsync(cancellationToken);
        return due.ConvertAll(row => (row.ForumId, row.Id));
    }

    private async Task<bool> StoreAsync(
        ProcedureRecord record, ProcedureDocumentKind kind, byte[] content, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var id = record.Procedure.Id;
        var earlier = await db.ProcedureDocuments.AsNoTracking()
            .SingleOrDefaultAsync(document => document.ProcedureId == id && document.Kind == kind, cancellationToken);
        if (earlier is not null && kind == ProcedureDocumentKind.Remarks)
            return false;

        var put = await PutAsync(PathOf(record, kind), content, earlier, cancellationToken);
        if (put.Error is ClosedPlaceProblem problem)
            await NotifyAsync(record, problem, cancellationToken);

        if (!put.IsSuccess || put.Value is not (StoreOutcome.Stored or StoreOutcome.Unchanged))
            return false;

        var document = put.Value.Document;
        await SaveAsync(record, kind, document, ContentHash.Of(content), await LiesAsAsync(document.Path, cancellationToken), cancellationToken);
        return true;
    }

    /// <summary>The place of closed documents is not closed: the secretariat is told once a day until it is, and the document waits.</summary>
    private async Task NotifyAsync(ProcedureRecord record, ClosedPlaceProblem problem, CancellationToken cancellationToken)
    {
        var (forum, id) = (record.Procedure.ForumId, record.Procedure.Id.Value);
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var since = clock.GetCurrentInstant() - ToldAgainAfter;
            if (await db.Audit.AnyAsync(entry => entry.SubjectId == id && entry.UseCase == Told && entry.At > since, cancellationToken))
                return;
        }

        await writer.WriteAsync<Done>(
            new WriteIntent(Told, Caller.Of(JobRights.StoreProcedureDocuments), forum, SubjectId: id),
            async scope =>
            {
                await scope.EnterAsJobAsync(forum, Needs);
                await scope.NotifySecretariatAsync(forum, DocumentsCard.Build(record.View, Texts.NotInTheOpen(problem.Text)));
                return default(Done);
            },
            cancellationToken);
    }

    /// <summary>Replaces our own earlier document; a name that is somebody else's is left alone and the next one is tried.</summary>
    private async Task<Result<StoreOutcome>> PutAsync(
        DocumentPath wanted, byte[] content, ProcedureDocument? earlier, CancellationToken cancellationToken)
    {
        var seen = earlier is null ? null : await VersionOfAsync(earlier, cancellationToken);
        var (path, over) = seen is not null && DocumentPath.Parse(earlier!.Path) is { } there && there.IsClosed == wanted.IsClosed
            ? (there, seen)
            : (wanted, (string?)null);
        var put = await shelf.PutAsync(path, content, over, since: null, cancellationToken);
        return put.IsSuccess && put.Value is StoreOutcome.ChangedByOthers
            ? await shelf.PutAsync(wanted, content, seen: null, since: null, cancellationToken)
            : put;
    }

    /// <summary>The library's version of our document, if it still is what we stored: a protocol that somebody edited is never replaced.</summary>
    private async Task<string?> VersionOfAsync(ProcedureDocument earlier, CancellationToken cancellationToken)
    {
        if (DocumentPath.Parse(earlier.Path) is not { } path || await library.FindAsync(path, cancellationToken) is not { } present)
            return null;

        // SharePoint writes its columns into Word documents, so there the content is another one although nobody has edited it.
        return present.IsOurs || await library.HashAsync(path, cancellationToken) == earlier.Sha256 ? present.Version : null;
    }

    /// <returns>Null while the library cannot be read: it is put on record when the columns are.</returns>
    private async Task<string?> LiesAsAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        try
        {
            return await library.HashAsync(path, cancellationToken);
        }
        catch (DocumentLibraryException)
        {
            return null;
        }
    }

    private static DocumentPath PathOf(ProcedureRecord record, ProcedureDocumentKind kind) =>
        ProcedureNames.Of(record.View, ProcedureNames.KindName(kind), ".docx");

    private Task<Result<Done>> SaveAsync(
        ProcedureRecord record, ProcedureDocumentKind kind, StoredDocument stored, string hash, string? lies, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(
            new WriteIntent(nameof(StoreProcedureDocuments), Caller.Of(JobRights.StoreProcedureDocuments), record.Procedure.ForumId, SubjectId: record.View.Id.Value),
            async scope =>
            {
                await scope.EnterAsJobAsync(record.Procedure.ForumId, Needs);
                var isConfirmed = record.Procedure.ConfirmedAt is not null;
                if (lies is not null && lies != hash)
                    scope.RecordAsItLies(record.Procedure.Id, kind, lies);

                if (await scope.Db.ProcedureDocuments.FindAsync(record.Procedure.Id, kind) is { } document)
                {
                    (document.Path, document.Url) = (stored.Path.ToString(), stored.WebUrl?.AbsoluteUri);
                    (document.Sha256, document.StoredAt, document.IsConfirmed) = (hash, scope.Now, isConfirmed);

                    // The remarks are as final as the protocol.
                    var all = await scope.Db.ProcedureDocuments.Where(one => one.ProcedureId == record.Procedure.Id).ToListAsync();
                    all.ForEach(one => one.Unpublish());
                    return default(Done);
                }

                scope.Db.ProcedureDocuments.Add(new ProcedureDocument
                {
                    ProcedureId = record.Procedure.Id,
                    Kind = kind,
                    Path = stored.Path.ToString(),
                    Url = stored.WebUrl?.AbsoluteUri,
                    Sha256 = hash,
                    StoredAt = scope.Now,
                    IsConfirmed = isConfirmed,
                });
                if (kind == ProcedureDocumentKind.Remarks)
                    await scope.AttachRemarksAsync(await scope.Db.WrittenProcedures.SingleAsync(one => one.Id == record.Procedure.Id), links);

                if (kind == ProcedureDocumentKind.Protocol)
                {
                    var link = links.To(kind, stored.Path.ToString(), stored.WebUrl?.AbsoluteUri);
                    var card = DocumentsCard.Build(record.View with { Links = [link] }, Texts.DocumentsStored);
                    await scope.NotifySecretariatAsync(record.Procedure.ForumId, card);
                }

                return default(Done);
            },
            cancellationToken);
}
