using System.IO.Compression;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Seal;

namespace Klynge.Application.Seals;

/// <summary>Puts packages down to be sealed; where nothing seals, they stay as they are.</summary>
public sealed class RequestSeals(Writer writer, IDocumentLibrary library, IEnumerable<ISealer> sealers)
{
    private bool IsOn => sealers.Any();

    /// <summary>A package that has just been put into the library. Asked again for the same one that is sealed or waits, it changes nothing.</summary>
    /// <param name="kind">What it is of.</param>
    /// <param name="subject">The case, or the forum that handed over.</param>
    /// <param name="forum">Whose it is.</param>
    /// <param name="package">As it was stored; read from its beginning.</param>
    /// <param name="cancellationToken">Gives up before anything is put down.</param>
    internal async Task HandleAsync(PackageKind kind, Guid subject, ForumId forum, Stream package, CancellationToken cancellationToken)
    {
        if (!IsOn)
            return;

        var digest = await DigestAsync(package, cancellationToken);
        await writer.WriteAsync<Done>(
            new WriteIntent("RequestSeal", Caller.System, IsOnRecord: false),
            async scope =>
            {
                await PutDownAsync(scope, kind, subject, forum, digest);
                return default(Done);
            },
            cancellationToken);
    }

    /// <summary>For packages that say the same whenever they are made.</summary>
    /// <returns>The document there, when it holds the same files, sealed; null otherwise.</returns>
    internal async Task<StoredDocument?> FindSameAsync(DocumentPath path, Stream package, CancellationToken cancellationToken)
    {
        if (await library.FindAsync(path, cancellationToken) is not { } there || await library.OpenAsync(path, cancellationToken) is not { } content)
            return null;

        await using (content)
        {
            await using var copy = ScratchFile.Create();
            await content.CopyToAsync(copy, cancellationToken);
            return await IsSealedAsync(copy, cancellationToken) && await DigestAsync(copy, cancellationToken) == await DigestAsync(package, cancellationToken) ? there : null;
        }
    }

    /// <summary>In the transaction of what caused it: the job packs what is to be sealed itself.</summary>
    internal Task RequestAsync(WriteScope scope, PackageKind kind, Guid subject, ForumId forum) =>
        IsOn ? PutDownAsync(scope, kind, subject, forum, digest: null) : Task.CompletedTask;

    private static async Task<bool> IsSealedAsync(Stream package, CancellationToken cancellationToken)
    {
        try
        {
            package.Position = 0;
            await using var zip = await ZipArchive.CreateAsync(package, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            return PackageDigest.IsSealed(zip);
        }
        catch (InvalidDataException)
        {
            return false; // Somebody has put another file there.
        }
    }

    private static async Task<string> DigestAsync(Stream package, CancellationToken cancellationToken)
    {
        package.Position = 0;
        await using var zip = await ZipArchive.CreateAsync(package, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        return await PackageDigest.OfAsync(zip, cancellationToken);
    }

    private static async Task PutDownAsync(WriteScope scope, PackageKind kind, Guid subject, ForumId forum, string? digest)
    {
        if (await scope.Db.PackageSeals.FindAsync(subject, kind) is not { } seal)
        {
            scope.Db.PackageSeals.Add(new PackageSeal { SubjectId = subject, Kind = kind, ForumId = forum, Digest = digest, RequestedAt = scope.Now });
            return;
        }

        if (digest is not null && seal.Digest == digest && seal.State != SealingState.Dropped)
            return;

        (seal.Digest, seal.State, seal.RequestedAt, seal.SealedAt) = (digest, SealingState.Waiting, scope.Now, null);
    }
}
