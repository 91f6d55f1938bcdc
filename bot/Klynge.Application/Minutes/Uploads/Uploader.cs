using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Documents.Pdf;
using Klynge.Application.Ports;
using Klynge.Documents.Word;
using Klynge.Domain.Common;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Klynge.Application.Minutes.Uploads;

/// <summary>Carries one upload over to the library. Doing it again after a crash finds what is there already and changes nothing.</summary>
public sealed partial class Uploader(
    IDbContextFactory<KlyngeContext> contexts, IDocumentLibrary library, LibraryPublisher shelf, PdfConverter converter, ILogger<Uploader> logger)
{
    internal async Task<UploadOutcome> UploadAsync(DocumentUpload upload, CancellationToken cancellationToken)
    {
        try
        {
            return upload.Task switch
            {
                UploadTask.Write => await WriteAsync(upload, cancellationToken),
                UploadTask.Publish => await PublishAsync(upload, cancellationToken),
                _ => await CloseAsync(upload, cancellationToken),
            };
        }
        catch (DocumentLibraryException exception)
        {
            return upload.Task == UploadTask.Close ? new UploadOutcome.Later(exception.Reason) : OutcomeOf(exception.Reason);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !Outage.Is(exception))
        {
            // A bug must neither hold up the others nor be tried every few minutes for ever. Its text may quote an address; its type does not.
            LogFailed(upload.MeetingId.Value, exception.GetType().FullName, exception.StackTrace);
            return new UploadOutcome.Later(new LibraryIsUnavailable());
        }
    }

    private static UploadOutcome OutcomeOf(Error error) =>
        error is LibraryIsUnavailable or DocumentIsLocked ? new UploadOutcome.Later(error) : new UploadOutcome.Never(error);

    private async Task<UploadOutcome> WriteAsync(DocumentUpload upload, CancellationToken cancellationToken)
    {
        var wanted = DocumentPath.Parse(upload.Path)!;
        var content = await WithPagesAsync(upload.Content!, cancellationToken);
        var stored = await shelf.PutAsync(wanted, content, upload.Seen, upload.CreatedAt, cancellationToken);
        if (!stored.TryGet(out var outcome, out var error))
            return OutcomeOf(error);

        return outcome switch
        {
            StoreOutcome.ChangedByOthers { Document: var changed } => new UploadOutcome.Changed(new DocumentChangedByOthers(changed.Version, changed.Modified)),
            StoreOutcome.NameTaken => new UploadOutcome.Never(new NoFreeName(wanted.Name)),
            _ => await DescribeAsync(upload, content, outcome.Document, cancellationToken),
        };
    }

    /// <summary>
    /// With the page numbers of its contents, where a program is at hand that lays out pages; else Word is asked to fill them in. The same
    /// content gives the same bytes, so that an upload that is done again finds what is there.
    /// </summary>
    private async Task<byte[]> WithPagesAsync(byte[] word, CancellationToken cancellationToken)
    {
        var made = await converter.ConvertAsync(word, cancellationToken);
        return made.TryGet(out var pages, out _) && !pages.IsEmpty ? ContentsPages.Fill(word, pages.ToArray()) ?? word : word;
    }

    private async Task<UploadOutcome> DescribeAsync(DocumentUpload upload, byte[] content, StoredDocument stored, CancellationToken cancellationToken)
    {
        var described = await library.DescribeAsync(stored, await FactsAsync(upload, cancellationToken), cancellationToken);
        return described.TryGet(out var document, out var error)
            ? new UploadOutcome.Stored(new MinutesFile(
                document.Path.ToString(), ContentHash.Of(content), document.Version, document.WebUrl?.AbsoluteUri, upload.TextHash!))
            : OutcomeOf(error);
    }

    private async Task<UploadOutcome> PublishAsync(DocumentUpload upload, CancellationToken cancellationToken)
    {
        var path = DocumentPath.Parse(upload.Path)!;
        if (await library.FindAsync(path, cancellationToken) is not { } document)
            return new UploadOutcome.Never(new DocumentIsGone(path.Name));

        var published = await shelf.PublishAsync(document, await FactsAsync(upload, cancellationToken), upload.CreatedAt, cancellationToken);
        return published.TryGet(out var shelved, out var error)
            ? new UploadOutcome.Published(new PublishedFile(shelved.Document.Version, shelved.Pdf?.Path.ToString(), shelved.Pdf?.WebUrl?.AbsoluteUri))
            : OutcomeOf(error);
    }

    private async Task<UploadOutcome> CloseAsync(DocumentUpload upload, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Minutes.AsNoTracking()
            .Where(minutes => minutes.MeetingId == upload.MeetingId || db.Meetings.Any(meeting => meeting.Id == minutes.MeetingId && meeting.ForumId == upload.ForumId))
            .Select(minutes => new { minutes.MeetingId, minutes.DocumentPath, minutes.PdfPath })
            .ToListAsync(cancellationToken);
        var others = known.Where(one => one.MeetingId != upload.MeetingId).SelectMany(one => new[] { one.DocumentPath, one.PdfPath }).OfType<string>();
        var pdf = known.Find(one => one.MeetingId == upload.MeetingId)?.PdfPath;
        return await library.CloseAsync(upload, pdf, others.ToHashSet(StringComparer.OrdinalIgnoreCase), cancellationToken);
    }

    private async Task<DocumentFacts> FactsAsync(DocumentUpload upload, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var meeting = await db.Meetings.AsNoTracking().SingleAsync(candidate => candidate.Id == upload.MeetingId, cancellationToken);
        var forum = await db.Forums.AsNoTracking().SingleAsync(candidate => candidate.Id == meeting.ForumId, cancellationToken);
        var minutes = await db.Minutes.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.MeetingId == meeting.Id, cancellationToken);
        var status = minutes?.Status == MinutesStatus.Approved ? DocumentStatus.Approved : DocumentStatus.Draft;
        return new DocumentFacts(forum.Name, meeting.Date, status, meeting.CaseNumber);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The upload of meeting {Meeting} failed: {ExceptionType} {Stack}")]
    private partial void LogFailed(Guid meeting, string? exceptionType, string? stack);
}
