using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Evidence;
using Klynge.Domain.Common;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// Fills in the library's columns for the stored documents of closed cases, and puts the PDF beside a protocol that is final. The documents
/// are there already; what fails is tried again for a day and then told.
/// </summary>
public sealed partial class PublishProcedureDocuments(
    Writer writer, IDocumentLibrary library, LibraryPublisher shelf, IDbContextFactory<KlyngeContext> contexts, IClock clock, ILogger<PublishProcedureDocuments> logger)
{
    /// <summary>About a day, with pauses of half an hour at the end.</summary>
    private const int MaxAttempts = 50;

    private static readonly Duration MaxWait = Duration.FromMinutes(30);

    /// <returns>How many are done.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await db.ProcedureDocuments.AsNoTracking()
            .Where(document => document.PublishedAt == null && (document.DueAt == null || document.DueAt <= now))
            .ToListAsync(cancellationToken);
        var done = 0;
        foreach (var document in due)
        {
            var id = document.ProcedureId;
            var procedure = await db.WrittenProcedures.AsNoTracking().SingleAsync(candidate => candidate.Id == id, cancellationToken);
            var result = await TryAsync(db, procedure, document, cancellationToken);
            await SaveAsync(procedure, document, result);
            done += result.IsSuccess ? 1 : 0;
        }

        return done;
    }

    private async Task<Result<Published>> TryAsync(
        KlyngeContext db, WrittenProcedure procedure, ProcedureDocument document, CancellationToken cancellationToken)
    {
        try
        {
            var facts = await ProcedureFacts.ReadAsync(db, procedure, cancellationToken);
            return await PublishAsync(procedure, document, facts, cancellationToken);
        }
        catch (DocumentLibraryException exception)
        {
            return exception.Reason;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !Outage.Is(exception))
        {
            // As for minutes: a bug must not hold up the others. Its text may quote an address; its type does not.
            LogFailed(procedure.Id.Value, exception.GetType().FullName, exception.StackTrace);
            return new LibraryIsUnavailable();
        }
    }

    /// <summary>What somebody has deleted or moved has no columns any more, and needs none.</summary>
    private async Task<Result<Published>> PublishAsync(
        WrittenProcedure procedure, ProcedureDocument document, DocumentFacts facts, CancellationToken cancellationToken)
    {
        if (DocumentPath.Parse(document.Path) is not { } path || await library.FindAsync(path, cancellationToken) is not { } stored)
            return new Published(null);

        if (document.Kind != ProcedureDocumentKind.Protocol || !ProcedureFacts.IsFinal(procedure))
        {
            var described = await library.DescribeAsync(stored, facts, cancellationToken);
            return described.Error is { } refused ? refused : new Published(null) { Lies = await library.HashAsync(path, cancellationToken) };
        }

        var published = await shelf.PublishAsync(stored, facts, document.StoredAt, cancellationToken);
        return published.TryGet(out var shelved, out var error)
            ? new Published(shelved.Pdf) { Lies = await library.HashAsync(path, cancellationToken), PdfLies = await PdfHashAsync(shelved.Pdf, cancellationToken) }
            : error;
    }

    private async Task<string?> PdfHashAsync(StoredDocument? pdf, CancellationToken cancellationToken) =>
        pdf is null ? null : await library.HashAsync(pdf.Path, cancellationToken);

    private Task<Result<Done>> SaveAsync(WrittenProcedure procedure, ProcedureDocument document, Result<Published> result) => writer.WriteAsync<Done>(
        result.IsSuccess
            ? new WriteIntent(nameof(PublishProcedureDocuments), Caller.Of(JobRights.StoreProcedureDocuments), procedure.ForumId, SubjectId: procedure.Id.Value)
            : new WriteIntent("PostponeProcedureDocument", Caller.Of(JobRights.StoreProcedureDocuments), IsOnRecord: false),
        async scope =>
        {
            await scope.EnterAsJobAsync(procedure.ForumId, StoreProcedureDocuments.Needs);

            // One that was stored anew meanwhile is due again, whatever came of the one before.
            if (await scope.Db.ProcedureDocuments.FindAsync(document.ProcedureId, document.Kind) is not { } row || row.StoredAt != document.StoredAt)
                return default(Done);

            if (result.TryGet(out var published, out var error))
            {
                row.Publish(published.Pdf?.Path.ToString(), published.Pdf?.WebUrl?.AbsoluteUri, scope.Now);
                if (published.Lies != row.Sha256 || published.PdfLies is not null)
                    scope.RecordAsItLies(procedure.Id, document.Kind, published.Lies, published.PdfLies);

                return default(Done);
            }

            row.Postpone(scope.Now + Duration.Min(MaxWait, Duration.FromSeconds(15 * Math.Pow(2, Math.Min(row.Attempts, 8)))));
            if (row.Attempts >= MaxAttempts)
            {
                row.Publish(null, null, scope.Now);
                await NotifyAsync(scope, procedure, error);
            }

            return default(Done);
        });

    private static async Task NotifyAsync(WriteScope scope, WrittenProcedure procedure, Error why)
    {
        if (await scope.Db.ViewProcedureAsync(procedure.ForumId, procedure.Id, CancellationToken.None) is { } view)
            await scope.NotifySecretariatAsync(procedure.ForumId, DocumentsCard.Build(view, Texts.NotLabelled(why.Text)));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed to label the documents of case {Case}: {ExceptionType} {Stack}")]
    private partial void LogFailed(Guid @case, string? exceptionType, string? stack);

    /// <param name="Pdf">Null where there is none.</param>
    private sealed record Published(StoredDocument? Pdf)
    {
        /// <summary>The hash of the document with its columns; null for one that is gone.</summary>
        public string? Lies { get; init; }

        public string? PdfLies { get; init; }
    }
}
