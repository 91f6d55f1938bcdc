using System.IO.Compression;
using System.Text.Json;
using Klynge.Application.Audit;
using Klynge.Application.Data;
using Klynge.Application.Data.Conversion;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Ports;
using Klynge.Documents.Word;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.WrittenProcedures.Documents;

public sealed record BuildEvidenceRequest(ForumId Forum, WrittenProcedureId Procedure);

/// <summary>
/// One zip that shows years later what was decided and how: protocol, remarks, the frozen texts, the attachments, the audit entries and a
/// manifest of hashes, which <see cref="EvidenceVerifier"/> checks without our database.
/// </summary>
public sealed class BuildEvidence(IDocumentLibrary library, IDbContextFactory<KlyngeContext> contexts, WordTemplate template, IClock clock)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.CloseWrittenProcedure;

    private static readonly JsonSerializerOptions Indented = new(JsonColumn.Options) { WriteIndented = true };

    /// <remarks>A frozen attachment that is gone from the library, or another one by now, makes the package a faulty one: the verifier names it.</remarks>
    public async Task<Result<byte[]>> HandleAsync(Caller caller, BuildEvidenceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return await BuildAsync(caller, request, cancellationToken);
        }
        catch (DocumentLibraryException exception)
        {
            return exception.Reason;
        }
    }

    private async Task<Result<byte[]>> BuildAsync(Caller caller, BuildEvidenceRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = Klynge.Domain.Calendar.DanishTime.Today(clock);
        var entered = await db.EnterAsync(caller, request.Forum, Needs, today);
        if (entered.Error is { } refusal)
            return refusal;

        if (await ProcedureRecord.ReadAsync(db, request.Forum, request.Procedure, cancellationToken) is not { } record)
            return new ProcedureNotFound();

        return record.Procedure is not { Outcome: not null, OpenedAt: not null } ? new NotClosedYet() : Pack(record, await FilesAsync(db, record, cancellationToken));
    }

    private async Task<List<(string Path, byte[] Content)>> FilesAsync(KlyngeContext db, ProcedureRecord record, CancellationToken cancellationToken)
    {
        var id = record.Procedure.Id;
        var audit = await db.Audit.AsNoTracking()
            .Where(entry => entry.SubjectId == id.Value)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellationToken);
        var files = new List<(string, byte[])>
        {
            ("sag/svar.json", Json(record.Votes.Select(EvidenceRows.Of))),
            ("sag/stemmeliste.json", Json(record.View.Seats)),
            ("revisionsspor.json", Json(audit.Select(EvidenceRows.Of))),
            (EvidenceManifest.AuditName, await EvidenceAudit.LinesAsync(db, record.View.Case.Title, audit, clock.GetCurrentInstant(), cancellationToken)),
        };
        if (record.View.Outcomes is { } outcomes)
            files.Add(("sag/resultat.json", Json(outcomes.Zip(record.View.Tallies).Select((one, index) => EvidenceRows.Of(index + 1, one.First, one.Second)))));

        if (record.Procedure.DeadlineMoves is { } moves)
            files.Add(("sag/svarfrist.json", Json(moves)));

        files.AddRange(record.Versions.Select(version => ($"sag/udgave-{version.Version}.json", Json(EvidenceRows.Of(version)))));
        var documents = await db.ProcedureDocuments.AsNoTracking().Where(document => document.ProcedureId == id).ToListAsync(cancellationToken);
        if (documents.TrueForAll(document => document.Kind != ProcedureDocumentKind.Protocol))
            files.Add(("beslutningsprotokol.docx", ProtocolWriter.Write(record, template)));

        foreach (var document in documents)
        {
            var (name, again) = document.Kind == ProcedureDocumentKind.Protocol
                ? ("beslutningsprotokol.docx", ProtocolWriter.Write(record, template))
                : ("bemaerkninger.docx", RemarksWriter.Write(record, template)!);
            files.Add((name, await ReadAsync(document.Path, cancellationToken) ?? again));
        }

        var copies = record.Versions
            .SelectMany(version => version.Case.Attachments)
            .Where(item => item.Path is not null)
            .DistinctBy(item => item.Path, StringComparer.Ordinal);
        foreach (var (number, attachment) in copies.Index())
        {
            // A version names the place where its file lay then; that of a case that has been closed since may be elsewhere, or on its way.
            var path = attachment.Path!;
            var moved = await db.OpenCopies.Where(copy => copy.Path == path && copy.MovesTo != null).Select(copy => copy.MovesTo!).FirstOrDefaultAsync(cancellationToken);
            if ((await ReadAsync(path, cancellationToken) ?? (moved is null ? null : await ReadAsync(moved, cancellationToken))) is { } content)
                files.Add(($"{FrozenAttachments.Folder}{number + 1}-{DocumentPath.Parse(moved ?? path)!.Name}", content));
        }

        return files;
    }

    private byte[] Pack(ProcedureRecord record, List<(string Path, byte[] Content)> files)
    {
        var view = record.View;
        var manifest = new EvidenceManifest(
            EvidenceManifest.CurrentFormat,
            view.Id.Value,
            view.Forum,
            view.Case.Title,
            Texts.Result(view),
            InstantPattern.General.Format(clock.GetCurrentInstant()),
            [.. files.Select(file => new EvidenceFile(file.Path, ContentHash.Of(file.Content), file.Content.Length))]);
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files.Append((EvidenceManifest.FileName, Json(manifest))))
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(content);
            }
        }

        return buffer.ToArray();
    }

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Indented);

    /// <returns>Null when somebody has deleted or moved the document.</returns>
    private async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var content = await library.OpenAsync(DocumentPath.Parse(path)!, cancellationToken);
        if (content is null)
            return null;

        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }
}

/// <summary>Rows of the record as the evidence package writes them: plain names and values that need no code of ours to be read.</summary>
internal static class EvidenceRows
{
    internal static object Of(Vote vote) => new
    {
        id = vote.Id.Value,
        seat = vote.RollEntryId.Value,
        version = vote.Version,
        answer = Texts.Name(vote.Answer),
        answers = vote.Answers?.Select((answer, index) => new { recommendation = index + 1, answer = Texts.Name(answer) }),
        remarks = vote.Remarks,
        by = vote.CastById.Value,
        at = vote.CastAt.ToString(),
        source = vote.Source,
        recordedBy = vote.RecordedById?.Value,
    };

    internal static object Of(int recommendation, Outcome outcome, Tally tally) => new
    {
        recommendation,
        result = Texts.OfOne(outcome),
        votesFor = tally.For,
        votesAgainst = tally.Against,
        silent = tally.Silent,
        recused = tally.Recused,
    };

    internal static object Of(CaseVersion version) => new
    {
        version = version.Version,
        text = version.Case,
        deadline = version.Deadline.ToString(),
        frozenAt = version.FrozenAt.ToString(),
        frozenBy = version.FrozenById.Value,
        reason = version.Reason,
    };

    internal static object Of(AuditEntry entry)
    {
        using var changes = JsonDocument.Parse(entry.Changes);
        return new
        {
            sequence = entry.Sequence,
            at = entry.At.ToString(),
            useCase = entry.UseCase,
            actor = entry.ActorId?.Value,
            activity = entry.ActivityKey,
            refusal = entry.Refusal,
            changes = changes.RootElement.Clone(),
            hash = Convert.ToHexStringLower(entry.Hash),
        };
    }
}

/// <summary>
/// The audit rows of a case in its evidence package, as <c>audit export</c> writes them. Their first line carries the log's last hash
/// of that day, so that every package that leaves the house is an anchor for the whole log.
/// </summary>
internal static class EvidenceAudit
{
    internal static async Task<byte[]> LinesAsync(
        KlyngeContext db, string title, List<AuditEntry> rows, Instant now, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        using var lines = new AuditLinesWriter(output, await AuditNames.ReadAsync(db, cancellationToken));
        var head = await db.AuditHead.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        await lines.BeginAsync(AuditExportHeader.Of(title, head, now), cancellationToken);
        foreach (var row in rows)
            await lines.AddAsync(row, cancellationToken);

        await lines.EndAsync(cancellationToken);
        return output.ToArray();
    }

    /// <returns>A Danish sentence for each fault.</returns>
    internal static async Task<IReadOnlyList<string>> FaultsAsync(ZipArchiveEntry file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await file.OpenAsync(cancellationToken);
            var verified = await VerifyAuditExport.HandleAsync(content, [], cancellationToken);
            return verified.TryGet(out var report, out var error) ? [.. report.Faults.Select(fault => fault.Text)] : [error.Text];
        }
        catch (InvalidDataException)
        {
            return []; // Bytes that no longer unpack are found by the manifest.
        }
    }
}
