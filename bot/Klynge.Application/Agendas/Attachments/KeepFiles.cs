using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Connector;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>
/// Fetches the files that people have given to items, keeps a copy of each in the library and puts it at its item; and moves those of an item
/// that was closed to where closed documents lie. One at a time, by way of the disk, so that none is ever held whole. First the file, then the record: an
/// attempt after a crash finds what is there and goes on.
/// </summary>
public sealed partial class KeepFiles(
    IDbContextFactory<KlyngeContext> contexts, FileQueue queue, IFileDownloads downloads, AttachmentSources sources, KeepCopy keep, MoveItemFiles move,
    IClock clock, TimeProvider time, ILogger<KeepFiles> logger)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = AttachFile.NeedsOfOthers;

    /// <summary>Of one file.</summary>
    internal const int MaxBytes = 100_000_000;

    /// <summary>Shorter than the time that an attempt has the file for itself.</summary>
    private static readonly TimeSpan MaxAttempt = TimeSpan.FromMinutes(4);

    /// <returns>How many were tried.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        await queue.ForgetAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await db.ItemFiles.AsNoTracking().Where(file => file.DueAt != null && file.DueAt <= now).OrderBy(file => file.DueAt).Select(file => file.Id).ToListAsync(cancellationToken);
        foreach (var file in due)
            await AttemptAsync(file, cancellationToken);

        return due.Count;
    }

    private async Task AttemptAsync(AttachmentId id, CancellationToken cancellationToken)
    {
        if (await queue.TakeAsync(id) is not { } file)
            return;

        using var timeout = new CancellationTokenSource(MaxAttempt, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await queue.RecordAsync(file, file.MovesTo is null ? await KeepAsync(file, either.Token) : await move.TryAsync(file, either.Token), cancellationToken);
        }
        catch (DocumentLibraryException exception)
        {
            await queue.RecordAsync(file, new FileOutcome.Later(exception.Reason), cancellationToken);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            LogTakesLong(id.Value);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !Outage.Is(exception) && exception is not StorageUnavailableException)
        {
            // A bug must not hold up the others. Its text may quote an address; its type does not.
            LogFailed(id.Value, exception.GetType().FullName, exception.StackTrace);
            await queue.RecordAsync(file, new FileOutcome.Later(new LibraryIsUnavailable()), cancellationToken);
        }
    }

    private async Task<FileOutcome> KeepAsync(ItemFile file, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(file, cancellationToken);
        var isClosed = file.IsClosed || place.Item.Content.IsClosed;
        await using var content = ScratchFile.Create();
        var fetched = file.IsLink ? await CopyLinkAsync(file, place.Forum, isClosed, content, cancellationToken) : await DownloadAsync(file, content, cancellationToken);
        if (!fetched.TryGet(out var name, out var error))
        {
            return error switch
            {
                LinkProblem => new FileOutcome.OnlyLink(),
                FileOutOfReach or AttachmentOutOfReach => new FileOutcome.Later(error),
                FileTooLarge or FileIsGone or UploadCutOff => new FileOutcome.Never(error),
                _ => new FileOutcome.Never(new FileNotKept(file.Name, error.Text)),
            };
        }

        return await StoreAsync(file, place.Forum, name, isClosed, content, cancellationToken);
    }

    /// <summary>Stores a file whose content came with it, for whoever gave it on a page and waits for the answer.</summary>
    /// <param name="content">The whole file; it can seek.</param>
    internal async Task<FileOutcome> StoreUploadAsync(ItemFile file, Stream content, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(file, cancellationToken);
        try
        {
            return await StoreAsync(file, place.Forum, file.Name, file.IsClosed || place.Item.Content.IsClosed, content, cancellationToken);
        }
        catch (DocumentLibraryException exception)
        {
            return new FileOutcome.Later(exception.Reason);
        }
    }

    private async Task<FileOutcome> StoreAsync(ItemFile file, Forum forum, string name, bool isClosed, Stream content, CancellationToken cancellationToken)
    {
        var stored = await keep.StoreAsync(PathOf(file, forum.Name, name, isClosed), content, path => queue.NoteAsync(file.Id, path), cancellationToken);
        return stored.TryGet(out var copy, out var error) ? new FileOutcome.Kept(copy)
            : error is LibraryIsUnavailable or DocumentIsLocked or ClosedPlaceProblem ? new FileOutcome.Later(error)
            : new FileOutcome.Never(new FileNotKept(file.Name, error.Text));
    }

    private async Task<Result<string>> DownloadAsync(ItemFile file, Stream into, CancellationToken cancellationToken) =>
        file.Source is not { } source ? new UploadCutOff(file.Name) : await downloads.FetchAsync(source, into, MaxBytes, cancellationToken) switch
        {
            FileDownload.Fetched when into.Length > 0 => file.Name,
            FileDownload.TooLarge => new FileTooLarge(file.Name),
            FileDownload.Later => new FileOutOfReach(),
            _ => new FileIsGone(file.Name),
        };

    /// <summary>For whoever gave the link: what that person could open, and nothing that the bot alone can.</summary>
    private async Task<Result<string>> CopyLinkAsync(ItemFile file, Forum forum, bool isClosed, Stream into, CancellationToken cancellationToken)
    {
        var target = new AttachmentTarget(forum.Id, forum.Name, isClosed);
        var reader = await AttachmentReader.OfAsync(contexts, new Caller(file.PersonId), target, DanishTime.Today(clock), cancellationToken);
        return await sources.CopyAsync(reader, new CaseAttachment(file.Name, file.Source), into, MaxBytes, cancellationToken);
    }

    private async Task<(Forum Forum, AgendaItem Item)> PlaceAsync(ItemFile file, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var item = await db.AgendaItems.AsNoTracking().SingleAsync(one => one.Id == file.ItemId, cancellationToken);
        return (await db.Forums.AsNoTracking().SingleAsync(one => one.Id == item.ForumId, cancellationToken), item);
    }

    private DocumentPath PathOf(ItemFile file, string forum, string sourceName, bool isClosed)
    {
        var (name, extension) = KeepCopy.NameOf(sourceName);
        var path = DocumentPath.Of(forum, DanishTime.Today(clock).Year, isClosed ? Texts.ClosedFileName(file.Id) : Texts.FileName(name, file.Id), extension);
        return isClosed ? path.AsClosed() : path;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "File {File} takes long; it goes on later")]
    private partial void LogTakesLong(Guid file);

    [LoggerMessage(Level = LogLevel.Error, Message = "File {File} could not be kept: {ExceptionType} {Stack}")]
    private partial void LogFailed(Guid file, string? exceptionType, string? stack);
}

/// <summary>The place where a dropped file lies does not answer just now.</summary>
public sealed record FileOutOfReach() : Error(Texts.OutOfReach);

/// <summary>What an attempt came to.</summary>
internal abstract record FileOutcome
{
    internal sealed record Kept(KeptCopy Copy) : FileOutcome;

    /// <summary>Nothing can be read there: the attachment is the link itself.</summary>
    internal sealed record OnlyLink : FileOutcome;

    internal sealed record Moved(DocumentPath To, string Url) : FileOutcome;

    /// <summary>Another file has the name that it was to move to.</summary>
    internal sealed record Renamed(DocumentPath To) : FileOutcome;

    internal sealed record Later(Error Why) : FileOutcome;

    internal sealed record Never(Error Why) : FileOutcome;
}
