using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Application.Data.Conversion;
using Klynge.Application.Documents;
using Klynge.Application.Minutes;
using Klynge.Application.Ports;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Klynge.Seal;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Seals;

/// <summary>
/// The files of approved minutes in a package: the document as it lies in the library, its PDF, who approved it and when, and a manifest of
/// hashes as packages of evidence have one.
/// </summary>
public sealed class PackMinutes(IDocumentLibrary library, IDbContextFactory<KlyngeContext> contexts)
{
    private const string DocumentName = "referat.docx";
    private const string PdfName = "referat.pdf";
    private const string ApprovalName = "godkendelse.json";

    private static readonly JsonSerializerOptions Indented = new(JsonColumn.Options) { WriteIndented = true };

    /// <returns>Null for minutes that are not final, or whose document is gone.</returns>
    internal async Task<IReadOnlyList<PackageFile>?> HandleAsync(MeetingId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Minutes.AsNoTracking().SingleOrDefaultAsync(one => one.MeetingId == id, cancellationToken) is not { IsFinal: true } minutes
            || await ReadAsync(minutes.DocumentPath, cancellationToken) is not { } document)
        {
            return null;
        }

        var meeting = await db.Meetings.AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken);
        var forum = await db.Forums.AsNoTracking().Where(one => one.Id == meeting.ForumId).Select(one => one.Name).SingleAsync(cancellationToken);
        var files = new List<(string Path, byte[] Content)> { (DocumentName, document), (ApprovalName, Json(await ApprovalAsync(db, meeting, minutes, document, cancellationToken))) };
        if (await ReadAsync(minutes.PdfPath, cancellationToken) is { } pdf)
            files.Add((PdfName, pdf));

        files.Add((EvidenceManifest.FileName, Json(Manifest(forum, meeting, minutes.ApprovedAt!.Value, files))));
        return [.. files.Select(file => PackageFile.Of(file.Path, file.Content))];
    }

    private static EvidenceManifest Manifest(string forum, Meeting meeting, Instant approvedAt, List<(string Path, byte[] Content)> files) => new(
        EvidenceManifest.CurrentFormat,
        meeting.Id.Value,
        forum,
        MinutesTexts.PackageTitle(forum, meeting.Date),
        MinutesTexts.ApprovedAt(approvedAt),
        InstantPattern.General.Format(approvedAt),
        files.ConvertAll(file => new EvidenceFile(file.Path, ContentHash.Of(file.Content), file.Content.Length)))
    {
        Kind = EvidenceManifest.OfMinutes,
    };

    /// <summary>Imported minutes come approved: nobody here has done it, and nobody is named.</summary>
    private static async Task<object> ApprovalAsync(KlyngeContext db, Meeting meeting, MeetingMinutes minutes, byte[] document, CancellationToken cancellationToken)
    {
        var (at, forum) = (minutes.ApprovedAt!.Value, meeting.ForumId);
        var row = await db.Audit.AsNoTracking()
            .Where(entry => entry.UseCase == nameof(ApproveMinutes) && entry.ForumId == forum && entry.At == at && entry.Refusal == null)
            .FirstOrDefaultAsync(cancellationToken);
        var person = row?.ActorId;
        return new
        {
            meeting = meeting.Id.Value,
            date = LocalDatePattern.Iso.Format(meeting.Date),
            approvedAt = InstantPattern.ExtendedIso.Format(at),
            approvedBy = person?.Value,
            approvedByName = person is null ? null : await db.People.AsNoTracking().Where(one => one.Id == person).Select(one => one.Name).SingleOrDefaultAsync(cancellationToken),
            auditRow = row?.Sequence,
            auditHash = row is null ? null : Convert.ToHexStringLower(row.Hash),
            sha256AsWritten = minutes.DocumentHash,
            sha256InTheLibrary = ContentHash.Of(document),
        };
    }

    private async Task<byte[]?> ReadAsync(string? path, CancellationToken cancellationToken)
    {
        if (DocumentPath.Parse(path) is not { } place || await library.OpenAsync(place, cancellationToken) is not { } content)
            return null;

        await using (content)
        {
            using var buffer = new MemoryStream();
            await content.CopyToAsync(buffer, cancellationToken);
            return buffer.ToArray();
        }
    }

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Indented);
}
