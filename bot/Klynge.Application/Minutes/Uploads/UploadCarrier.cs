using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Klynge.Application.Minutes.Uploads;

/// <summary>Carries one upload over to the library. Doing it again after a crash finds what is there already and changes nothing.</summary>
public sealed partial class UploadCarrier(IDbContextFactory<KlyngeContext> contexts, IDocumentLibrary library, ILogger<UploadCarrier> logger)
{
    private const int MostNames = 20;

    internal async Task<UploadOutcome> CarryAsync(DocumentUpload upload, CancellationToken cancellationToken)
    {
        try
        {
            return upload.Task == UploadTask.Write
                ? await WriteAsync(upload, cancellationToken)
                : await PublishAsync(upload, cancellationToken);
        }
        catch (DocumentLibraryException exception)
        {
            return OutcomeOf(exception.Reason);
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
        var stored = await PutAsync(upload, wanted, upload.Content!, upload.Seen, cancellationToken);
        if (!stored.TryGet(out var document, out var error))
        {
            return error is DocumentChangedByOthers changed ? new UploadOutcome.Changed(changed) : OutcomeOf(error);
        }

        var described = await library.DescribeAsync(document, await FactsAsync(upload, cancellationToken), cancellationToken);
        return described.TryGet(out document, out error)
            ? new UploadOutcome.Stored(new MinutesFile(
                document.Path.ToString(), ContentHash.Of(upload.Content), document.Version, document.WebUrl?.AbsoluteUri, upload.TextHash!))
            : OutcomeOf(error);
    }

    /// <summary>The PDF is the library's rendering of what stands there now, with whatever the secretariat has corrected in it.</summary>
    private async Task<UploadOutcome> PublishAsync(DocumentUpload upload, CancellationToken cancellationToken)
    {
        var path = DocumentPath.Parse(upload.Path)!;
        if (await library.FindAsync(path, cancellationToken) is not { } document)
        {
            return new UploadOutcome.Never(new DocumentIsGone(path.Name));
        }

        var facts = await FactsAsync(upload, cancellationToken);
        var described = await library.DescribeAsync(document, facts, cancellationToken);
        if (!described.TryGet(out document, out var error))
        {
            return OutcomeOf(error);
        }

        var rendered = await library.ConvertToPdfAsync(path, cancellationToken);
        if (!rendered.TryGet(out var pdf, out error))
        {
            return OutcomeOf(error);
        }

        return pdf.IsEmpty
            ? new UploadOutcome.Published(new PublishedFile(document.Version, null, null))
            : await PutPdfAsync(upload, document, pdf, facts, cancellationToken);
    }

    private async Task<UploadOutcome> PutPdfAsync(
        DocumentUpload upload, StoredDocument document, ReadOnlyMemory<byte> pdf, DocumentFacts facts, CancellationToken cancellationToken)
    {
        var stored = await PutAsync(upload, document.Path.WithExtension(".pdf"), pdf, seen: null, cancellationToken);
        if (!stored.TryGet(out var beside, out var error))
        {
            return OutcomeOf(error);
        }

        var described = await library.DescribeAsync(beside, facts, cancellationToken);
        return described.TryGet(out beside, out error)
            ? new UploadOutcome.Published(new PublishedFile(document.Version, beside.Path.ToString(), beside.WebUrl?.AbsoluteUri))
            : OutcomeOf(error);
    }

    /// <summary>Takes the next name while the wanted one is another document's.</summary>
    private async Task<Result<StoredDocument>> PutAsync(
        DocumentUpload upload, DocumentPath wanted, ReadOnlyMemory<byte> content, string? seen, CancellationToken cancellationToken)
    {
        var path = wanted;
        for (var number = 2; number <= MostNames; number++)
        {
            var result = await StoreAsync(upload, path, content, seen, cancellationToken);
            if (!result.TryGet(out var outcome, out var error))
            {
                return error;
            }

            switch (outcome)
            {
                case StoreOutcome.ChangedByOthers { Document: var changed }:
                    return new DocumentChangedByOthers(changed.Version, changed.Modified);
                case StoreOutcome.NameTaken:
                    path = wanted.Numbered(number);
                    break;
                default:
                    return outcome.Document;
            }
        }

        return new NoFreeName(wanted.Name);
    }

    /// <summary>
    /// What the bot itself stored there since this was asked for is from an attempt that did not get on record: SharePoint writes its columns
    /// into Word documents, and no two renderings of a PDF are equal, so the content alone does not tell.
    /// </summary>
    private async Task<Result<StoreOutcome>> StoreAsync(
        DocumentUpload upload, DocumentPath path, ReadOnlyMemory<byte> content, string? seen, CancellationToken cancellationToken)
    {
        var result = await library.StoreAsync(path, content, seen, cancellationToken);
        return result.IsSuccess
            && result.Value is StoreOutcome.NameTaken or StoreOutcome.ChangedByOthers
            && result.Value.Document is { IsOurs: true } earlier
            && earlier.Modified >= upload.CreatedAt
            ? await library.StoreAsync(path, content, earlier.Version, cancellationToken)
            : result;
    }

    private async Task<DocumentFacts> FactsAsync(DocumentUpload upload, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var meeting = await db.Meetings.AsNoTracking().SingleAsync(candidate => candidate.Id == upload.MeetingId, cancellationToken);
        var forum = await db.Forums.AsNoTracking().SingleAsync(candidate => candidate.Id == meeting.ForumId, cancellationToken);
        var minutes = await db.Minutes.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.MeetingId == meeting.Id, cancellationToken);
        var status = minutes?.Status == MinutesStatus.Approved ? MinutesTexts.Approved : MinutesTexts.Draft;
        return new DocumentFacts(forum.Name, meeting.Date, status, meeting.CaseNumber);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The upload of meeting {Meeting} failed: {ExceptionType} {Stack}")]
    private partial void LogFailed(Guid meeting, string? exceptionType, string? stack);
}
