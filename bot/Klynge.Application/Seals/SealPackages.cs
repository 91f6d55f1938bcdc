using System.IO.Compression;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Klynge.Seal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Klynge.Application.Seals;

/// <summary>
/// Seals the packages that wait for it, where they lie in the library; the package without a seal stays there as an earlier version. A key or
/// an authority that is away fails the run, which is then tried again, later each time; what was done until then stays done.
/// </summary>
public sealed partial class SealPackages(
    Writer writer, IDocumentLibrary library, PackMinutes minutes, IDbContextFactory<KlyngeContext> contexts, IEnumerable<ISealer> sealers, ILogger<SealPackages> logger)
{
    /// <returns>How many were sealed.</returns>
    /// <exception cref="SealUnavailableException">The key or the authority is away.</exception>
    /// <exception cref="DocumentLibraryException">The library is.</exception>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        if (sealers.FirstOrDefault() is not { } sealer)
            return 0;

        var (done, problem) = (0, (Error?)null);
        foreach (var due in await DueAsync(cancellationToken))
        {
            var tried = await TryAsync(due, sealer, cancellationToken);
            if (tried.TryGet(out var state, out var error))
                done += await SaveAsync(due, state) && state == SealingState.Sealed ? 1 : 0;
            else
                problem = error;
        }

        return problem is null ? done : throw new DocumentLibraryException(problem);
    }

    private async Task<List<PackageSeal>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PackageSeals.AsNoTracking().Where(seal => seal.State == SealingState.Waiting).OrderBy(seal => seal.RequestedAt).ToListAsync(cancellationToken);
    }

    private async Task<Result<SealingState>> TryAsync(PackageSeal due, ISealer sealer, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.PlaceOfAsync(due, cancellationToken) is { } path ? await SealAsync(due, path, sealer, cancellationToken) : SealingState.Dropped;
        }
        catch (DocumentLibraryException exception)
        {
            return exception.Reason;
        }
        catch (InvalidDataException)
        {
            LogDropped(due.Kind, due.SubjectId);
            return SealingState.Dropped;
        }
    }

    private async Task<Result<SealingState>> SealAsync(PackageSeal due, DocumentPath path, ISealer sealer, CancellationToken cancellationToken)
    {
        var present = await library.FindAsync(path, cancellationToken);
        await using var stored = await ReadAsync(path, cancellationToken);
        await using var package = stored is null ? null : await ZipArchive.CreateAsync(stored, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var files = due.Kind == PackageKind.Minutes ? await minutes.HandleAsync(new MeetingId(due.SubjectId), cancellationToken)
            : package is null ? null : PackageDigest.FilesOf(package);
        var digest = files is null ? null : await PackageDigest.OfAsync(files, cancellationToken);
        if (files is null || (due.Digest is { } packed && packed != digest))
        {
            LogDropped(due.Kind, due.SubjectId);
            return SealingState.Dropped;
        }

        // An attempt that was killed before it was on record.
        if (package is not null && PackageDigest.IsSealed(package) && await PackageDigest.OfAsync(package, cancellationToken) == digest)
            return SealingState.Sealed;

        await using var output = ScratchFile.Create();
        await AsicContainer.WriteAsync(output, files, sealer, cancellationToken);
        return await StoreAsync(due, path, output, present?.Version, cancellationToken);
    }

    private async Task<Result<SealingState>> StoreAsync(PackageSeal due, DocumentPath path, Stream output, string? seen, CancellationToken cancellationToken)
    {
        var put = await library.StoreAsync(path, output, seen, cancellationToken);
        if (!put.TryGet(out var outcome, out var error))
            return error;

        if (outcome is not (StoreOutcome.Stored or StoreOutcome.Unchanged))
            return SealingState.Waiting;

        // It may have been closed meanwhile, and must not lie among the open ones: the next run seals it where it lies then.
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.PlaceOfAsync(due, cancellationToken) == path)
            return SealingState.Sealed;

        var deleted = await library.DeleteAsync(path, cancellationToken);
        return deleted.Error is { } problem ? problem : SealingState.Waiting;
    }

    /// <returns>Null when there is none.</returns>
    private async Task<Stream?> ReadAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        if (await library.OpenAsync(path, cancellationToken) is not { } content)
            return null;

        await using (content)
        {
            var file = ScratchFile.Create();
            await content.CopyToAsync(file, cancellationToken);
            file.Position = 0;
            return file;
        }
    }

    /// <returns>Whether it still was the one that was asked for: another one waits for the next run.</returns>
    private async Task<bool> SaveAsync(PackageSeal due, SealingState state)
    {
        var saved = await writer.WriteAsync<Saved>(new WriteIntent(nameof(SealPackages), Caller.System, IsOnRecord: false), async scope =>
        {
            if (await scope.Db.PackageSeals.FindAsync(due.SubjectId, due.Kind) is not { } seal || seal.RequestedAt != due.RequestedAt)
                return new Saved(false);

            (seal.State, seal.SealedAt) = (state, state == SealingState.Sealed ? scope.Now : null);
            return new Saved(true);
        });
        return saved.Value.IsTheSame;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Dropped the seal of {Kind} {Subject}: the package is gone or another one than was packed")]
    private partial void LogDropped(PackageKind kind, Guid subject);

    private readonly record struct Saved(bool IsTheSame);
}
