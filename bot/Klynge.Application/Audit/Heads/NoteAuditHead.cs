using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.Seals;
using Klynge.Domain.Calendar;
using Klynge.Seal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Audit.Heads;

/// <summary>
/// Notes every day how far the audit log has come, outside the database: in the document library, and in a folder where the settings name one.
/// Whoever writes the whole log anew, hashes and all, cannot write those notes anew, and <c>audit verify --heads</c> finds it. The first note
/// of a day stands. It is written plainly first, since that needs nobody else, and sealed where something seals.
/// </summary>
public sealed class NoteAuditHead(IDocumentLibrary library, IDbContextFactory<KlyngeContext> contexts, SealSettings settings, IEnumerable<ISealer> sealers, IClock clock)
{
    internal const string Title = "Revisionsspor";

    /// <exception cref="DocumentLibraryException">The library is away.</exception>
    /// <exception cref="IOException">The folder is.</exception>
    /// <exception cref="SealUnavailableException">The key or the authority is away; the plain notes are written.</exception>
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.AuditHead.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { Sequence: > 0 } head)
            return;

        var day = DanishTime.Today(clock);
        var path = DocumentPath.Of(Title, day.Year, $"{Title} {day:uuuu-MM-dd}", AuditHeadNote.PlainExtension);
        var note = AuditHeadNote.Of(head, clock.GetCurrentInstant());
        var inLibrary = await NoteAsync(path, note, cancellationToken);
        var inFolder = settings.HeadsTo is { } folder ? await NoteAsync(folder, path.Name, note, cancellationToken) : null;
        if (sealers.FirstOrDefault() is not { } sealer)
            return;

        var @sealed = path.WithExtension(AsicContainer.Extension);
        if (await library.FindAsync(@sealed, cancellationToken) is null)
            Check(await library.StoreAsync(@sealed, await SealAsync(inLibrary, sealer, cancellationToken), seen: null, cancellationToken));

        if (inFolder is not null && Path.Combine(settings.HeadsTo!, @sealed.Name) is var file && !File.Exists(file))
            await WriteAsync(file, await SealAsync(inFolder, sealer, cancellationToken), cancellationToken);
    }

    /// <returns>The day's note there, this one or the one before it.</returns>
    private async Task<AuditHeadNote> NoteAsync(DocumentPath path, AuditHeadNote note, CancellationToken cancellationToken)
    {
        if (await library.OpenAsync(path, cancellationToken) is { } content)
        {
            await using (content)
            {
                using var buffer = new MemoryStream();
                await content.CopyToAsync(buffer, cancellationToken);
                return AuditHeadNote.Read(buffer.ToArray()) ?? note;
            }
        }

        Check(await library.StoreAsync(path, note.Write(), seen: null, cancellationToken));
        return note;
    }

    private static async Task<AuditHeadNote> NoteAsync(string folder, string name, AuditHeadNote note, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, name);
        if (File.Exists(file))
            return AuditHeadNote.Read(await File.ReadAllBytesAsync(file, cancellationToken)) ?? note;

        await WriteAsync(file, note.Write(), cancellationToken);
        return note;
    }

    private static async Task<byte[]> SealAsync(AuditHeadNote note, ISealer sealer, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        await note.WriteAsync(output, sealer, cancellationToken);
        return output.ToArray();
    }

    /// <summary>Whole or not at all, and never over another.</summary>
    private static async Task WriteAsync(string file, byte[] content, CancellationToken cancellationToken)
    {
        var beside = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            await File.WriteAllBytesAsync(beside, content, cancellationToken);
            File.Move(beside, file, overwrite: false);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void Check(Domain.Common.Result<StoreOutcome> stored)
    {
        if (stored.Error is { } error)
            throw new DocumentLibraryException(error);
    }
}
