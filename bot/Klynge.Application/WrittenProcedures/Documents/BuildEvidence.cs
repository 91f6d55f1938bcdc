using Klynge.Application.Audit;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Ports;
using Klynge.Application.WrittenProcedures.Evidence;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Seal;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.WrittenProcedures.Documents;

public sealed record BuildEvidenceRequest(ForumId Forum, WrittenProcedureId Procedure);

/// <summary>
/// One package that shows years later what was decided and how: protocol, remarks, the frozen texts, the attachments, the audit entries, an index
/// that explains them and a manifest of hashes, which <see cref="EvidenceVerifier"/> checks without our database. Sealed where a sealer is set up.
/// </summary>
public sealed class BuildEvidence(IDocumentLibrary library, IDbContextFactory<KlyngeContext> contexts, IEnumerable<ISealer> sealers, IClock clock)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.CloseWrittenProcedure;

    /// <summary>Writes the package.</summary>
    /// <param name="output">Can seek; takes the package from its beginning.</param>
    /// <exception cref="SealUnavailableException">A sealer is set up, and its key or its authority is away.</exception>
    /// <remarks>A frozen attachment that is gone from the library, or another one by now, makes the package a faulty one: the verifier names it.</remarks>
    public async Task<Result<Done>> HandleAsync(Caller caller, BuildEvidenceRequest request, Stream output, CancellationToken cancellationToken)
    {
        var collected = await CollectAsync(caller, request, cancellationToken);
        if (!collected.TryGet(out var files, out var error))
            return error;

        using (files)
            await AsicContainer.WriteAsync(output, files.Files, sealers.FirstOrDefault(), cancellationToken);

        return default(Done);
    }

    /// <summary>The files of the package, for whoever puts them into a container. What is large lies in a folder of its own until they are disposed of.</summary>
    public async Task<Result<EvidenceFiles>> CollectAsync(Caller caller, BuildEvidenceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entered = await db.EnterAsync(caller, request.Forum, Needs, DanishTime.Today(clock));
        if (entered.Error is { } refusal)
            return refusal;

        if (await ProcedureRecord.ReadAsync(db, request.Forum, request.Procedure, cancellationToken) is not { } record)
            return new ProcedureNotFound();

        if (record.Procedure is not { Outcome: not null, OpenedAt: not null })
            return new NotClosedYet();

        var files = new EvidenceFiles();
        try
        {
            var failure = await CollectAsync(db, record, files, cancellationToken);
            if (failure is null)
                return files;

            files.Dispose();
            return failure;
        }
        catch (Exception exception)
        {
            files.Dispose();
            if (exception is DocumentLibraryException unread)
                return unread.Reason;

            throw;
        }
    }

    private async Task<Error?> CollectAsync(KlyngeContext db, ProcedureRecord record, EvidenceFiles files, CancellationToken cancellationToken)
    {
        var id = record.Procedure.Id;
        var rows = await db.Audit.AsNoTracking().Where(entry => entry.SubjectId == id.Value).OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
        var replay = new CaseReplay(id);
        rows.ForEach(replay.Add);
        var story = replay.Finish();
        if (await AddDocumentsAsync(db, story, files, cancellationToken) is { } changed)
            return changed;

        var names = await AuditNames.ReadAsync(db, cancellationToken);
        AddLists(record, story, rows, files);
        files.Add(EvidenceManifest.AuditName, await EvidenceAudit.LinesAsync(db, record.View.Case.Title, rows, names, clock.GetCurrentInstant(), cancellationToken));
        await AddAttachmentsAsync(db, record, files, cancellationToken);
        var manifest = Manifest(record, files);
        files.Add(EvidenceNames.Index, System.Text.Encoding.UTF8.GetBytes(EvidenceIndex.Write(story, manifest, NamesOf(rows, names))));
        files.AddUnlisted(EvidenceManifest.FileName, EvidenceRows.Json(manifest with { Files = files.Listed }));
        return null;
    }

    private EvidenceManifest Manifest(ProcedureRecord record, EvidenceFiles files) => new(
        EvidenceManifest.CurrentFormat,
        record.View.Id.Value,
        record.View.Forum,
        record.View.Case.Title,
        Texts.Result(record.View),
        InstantPattern.General.Format(clock.GetCurrentInstant()),
        files.Listed)
    {
        Kind = EvidenceManifest.OfCase,
        Missing = files.Gone.Count == 0 ? null : [.. files.Gone],
    };

    private static Dictionary<PersonId, string> NamesOf(IEnumerable<AuditEntry> rows, AuditNames names) => rows
        .Select(row => row.ActorId).OfType<PersonId>().Distinct()
        .Select(person => (Person: person, Name: names.Of(person)))
        .Where(one => one.Name is not null)
        .ToDictionary(one => one.Person, one => one.Name!);

    /// <summary>From the tables, not from the rows of the log, so that the check holds the one against the other.</summary>
    private static void AddLists(ProcedureRecord record, CaseStory story, IReadOnlyList<AuditEntry> rows, EvidenceFiles files)
    {
        var seats = record.Procedure.Roll.ToDictionary(seat => seat.Id);
        var order = story.Votes.Index().ToDictionary(one => one.Item.Vote.Id, one => one.Index);
        var votes = record.Votes.OrderBy(vote => order.GetValueOrDefault(vote.Id, int.MaxValue));
        files.Add(EvidenceNames.Answers, EvidenceRows.Json(votes.Select(vote => EvidenceRows.Of(vote, seats[vote.RollEntryId]))));
        files.Add(EvidenceNames.Roll, EvidenceRows.Json(record.Procedure.Roll.OrderBy(seat => seat.Order).Select(EvidenceRows.Of)));
        files.Add(EvidenceNames.ReadableAudit, EvidenceRows.Json(rows.Select(EvidenceRows.Of)));
        if (record.View.Outcomes is { } outcomes)
            files.Add(EvidenceNames.Results, EvidenceRows.Json(outcomes.Zip(record.View.Tallies).Select((one, index) => EvidenceRows.Of(index + 1, one.First, one.Second))));

        if (record.Procedure.DeadlineMoves is { } moves)
            files.Add(EvidenceNames.DeadlineMoves, EvidenceRows.Json(moves));

        foreach (var version in record.Versions)
            files.Add(EvidenceNames.Version(version.Version), EvidenceRows.Json(EvidenceRows.Of(version)));
    }

    /// <summary>The documents whose hash is in the log: one that is another by now is refused, one that is gone is said, and none is written anew.</summary>
    private async Task<Error?> AddDocumentsAsync(KlyngeContext db, CaseStory story, EvidenceFiles files, CancellationToken cancellationToken)
    {
        var documents = await db.ProcedureDocuments.AsNoTracking().Where(document => document.ProcedureId == story.Id).OrderBy(document => document.Kind).ToListAsync(cancellationToken);
        foreach (var document in documents)
        {
            var path = EvidenceNames.Document(document.Kind);
            if (await files.AddAsync(library, path, DocumentPath.Parse(document.Path)!, cancellationToken) is not { } hash)
                files.Gone.Add(path);
            else if (!story.Documents.GetValueOrDefault(document.Kind, []).Contains(hash, StringComparer.Ordinal))
                return new DocumentChangedInLibrary(ProcedureNames.KindName(document.Kind), document.Path);

            if (story.ProtocolPdf is { } rendered && DocumentPath.Parse(document.PdfPath) is { } pdf
                && await files.AddAsync(library, EvidenceNames.ProtocolPdf, pdf, cancellationToken) is { } other && other != rendered)
            {
                files.Remove(EvidenceNames.ProtocolPdf); // The document beside it is the one that counts.
            }
        }

        return null;
    }

    private async Task AddAttachmentsAsync(KlyngeContext db, ProcedureRecord record, EvidenceFiles files, CancellationToken cancellationToken)
    {
        var copies = record.Versions
            .SelectMany(version => version.Case.Attachments)
            .Where(item => item is { Path: not null, Sha256: not null })
            .DistinctBy(item => item.Path, StringComparer.Ordinal);
        foreach (var (number, attachment) in copies.Index())
        {
            // A version names the place where its file lay then; that of a case that has been closed since may be elsewhere, or on its way.
            var path = attachment.Path!;
            var moved = await db.OpenCopies.Where(copy => copy.Path == path && copy.MovesTo != null).Select(copy => copy.MovesTo!).FirstOrDefaultAsync(cancellationToken);
            var name = $"{EvidenceNames.Attachments}{number + 1}-{DocumentPath.Parse(moved ?? path)!.Name}";
            var hash = await files.AddAsync(library, name, DocumentPath.Parse(path)!, cancellationToken);
            if (hash is null && moved is not null)
                hash = await files.AddAsync(library, name, DocumentPath.Parse(moved)!, cancellationToken);

            // Another file than the one that was voted on is none of the case's.
            if (hash is not null && hash != attachment.Sha256)
                files.Remove(name);
        }
    }
}
