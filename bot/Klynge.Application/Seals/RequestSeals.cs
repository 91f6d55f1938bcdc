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

    /// <summary>A package that has just been put into the library. It takes the place of one that was sealed there.</summary>
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

    /// <summary>For packages that say the same whenever they are made: the one that was sealed stays.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="name">The file in it that says what it is of.</param>
    /// <param name="content">Of that file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The document there, when it is sealed and holds that file; null otherwise.</returns>
    internal async Task<StoredDocument?> FindSealedAsync(DocumentPath path, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (await library.FindAsync(path, cancellationToken) is not { } there || await library.OpenAsync(path, cancellationToken) is not { } package)
            return null;

        await using (package)
        {
            await using var copy = ScratchFile.Create();
            await package.CopyToAsync(copy, cancellationToken);
            return await IsSealedAsync(copy, name, ContentHash.Of(content.Span), cancellationToken) ? there : null;
        }
    }

    /// <summary>In the transaction of what caused it: the job packs what is to be sealed itself.</summary>
    internal Task RequestAsync(WriteScope scope, PackageKind kind, Guid subject, ForumId forum) =>
        IsOn ? PutDownAsync(scope, kind, subject, forum, digest: null) : Task.CompletedTask;

    private static async Task<bool> IsSealedAsync(Stream package, string name, string hash, CancellationToken cancellationToken)
    {
        try
        {
            package.Position = 0;
            await using var zip = await ZipArchive.CreateAsync(package, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            if (!PackageDigest.IsSealed(zip) || zip.GetEntry(name) is not { } entry)
                return false;

            await using var content = await entry.OpenAsync(cancellationToken);
            return await ContentHash.OfAsync(content, cancellationToken) == hash;
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

        (seal.Digest, seal.State, seal.RequestedAt, seal.SealedAt) = (digest, SealingState.Waiting, scope.Now, null);
    }
}
