using System.Text;
using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Application.Data.Conversion;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.Seals;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Documents.Word;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Seal;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Forums.Handovers;

/// <summary>
/// Writes a handover as a Word document, and as a package with its list and their hashes that <see cref="EvidenceVerifier"/> checks without our
/// database (»verify«). Both are made of what was kept when it was done, so they are the same whenever they are made.
/// </summary>
public sealed class StoreHandover(
    IDocumentLibrary library, RequestSeals seals, DocumentLinks links, IDbContextFactory<KlyngeContext> contexts, WordTemplate template, IClock clock)
{
    /// <summary>What it asks of its caller in the forum that ended; its button asks the same before it is called.</summary>
    public const Permission Needs = Permission.ReadDraftMinutes;

    internal const string ListName = "overlevering.json";
    internal const string DocumentName = "overlevering.docx";

    public async Task<Result<HandoverStored>> HandleAsync(Caller caller, ForumId from, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entered = await db.EnterAsync(caller, from, Needs, DanishTime.Today(clock));
        if (entered.Error is { } refused)
            return refused;

        if (await db.Handovers.AsNoTracking().SingleOrDefaultAsync(one => one.FromForumId == from, cancellationToken) is not { } handover)
            return new HandoverNotDone();

        try
        {
            var (document, package) = await MakeAsync(db, handover, cancellationToken);
            var contents = JsonColumn.Read<HandoverContents>(handover.Contents);
            var path = PathOf(contents);
            var stored = await PutAsync(path, document, cancellationToken);
            if (!stored.TryGet(out var word, out var error))
                return error;

            var packed = await PutPackageAsync(path.WithExtension(AsicContainer.Extension), package, handover, cancellationToken);
            return packed.TryGet(out var there, out error) ? new HandoverStored(links.To(word), links.To(there)) : error;
        }
        catch (DocumentLibraryException exception)
        {
            return exception.Reason;
        }
    }

    /// <summary>The document, and the package that holds it.</summary>
    internal async Task<(byte[] Document, byte[] Package)> MakeAsync(KlyngeContext db, Handover handover, CancellationToken cancellationToken)
    {
        var contents = JsonColumn.Read<HandoverContents>(handover.Contents);
        var by = await db.People.Where(person => person.Id == handover.MadeById).Select(person => person.Name).SingleAsync(cancellationToken);
        var document = HandoverWriter.Write(contents, handover, by, template);
        return (document, await PackAsync(handover, contents, [(DocumentName, document), (ListName, Encoding.UTF8.GetBytes(handover.Contents))], cancellationToken));
    }

    /// <summary>Where the document lies; the package has its name.</summary>
    internal static DocumentPath PathOf(HandoverContents contents) => DocumentPath.Of(contents.From, contents.LastDay.Year, HandoverTexts.Title(contents));

    private static async Task<byte[]> PackAsync(Handover handover, HandoverContents contents, IReadOnlyList<(string Path, byte[] Content)> files, CancellationToken cancellationToken)
    {
        var manifest = new EvidenceManifest(
            EvidenceManifest.CurrentFormat,
            handover.Id.Value,
            contents.From,
            HandoverTexts.Title(contents),
            HandoverTexts.LastDay(contents.LastDay),
            InstantPattern.General.Format(handover.MadeAt),
            [.. files.Select(file => new EvidenceFile(file.Path, ContentHash.Of(file.Content), file.Content.Length))])
        {
            Kind = EvidenceManifest.OfHandover,
        };
        using var buffer = new MemoryStream();
        PackageFile[] all = [.. files.Select(file => PackageFile.Of(file.Path, file.Content)), PackageFile.Of(EvidenceManifest.FileName, JsonSerializer.SerializeToUtf8Bytes(manifest, JsonColumn.Options))];
        await AsicContainer.WriteAsync(buffer, all, sealer: null, cancellationToken);
        return buffer.ToArray();
    }

    /// <summary>One that is sealed stays: it says what was handed over, which never changes.</summary>
    private async Task<Result<StoredDocument>> PutPackageAsync(DocumentPath path, byte[] package, Handover handover, CancellationToken cancellationToken)
    {
        if (await seals.FindSealedAsync(path, ListName, Encoding.UTF8.GetBytes(handover.Contents), cancellationToken) is { } there)
            return there;

        var put = await PutAsync(path, package, cancellationToken);
        using var content = new MemoryStream(package, writable: false);
        if (put.IsSuccess)
            await seals.HandleAsync(PackageKind.Handover, handover.FromForumId.Value, handover.FromForumId, content, cancellationToken);

        return put;
    }

    private async Task<Result<StoredDocument>> PutAsync(DocumentPath path, byte[] content, CancellationToken cancellationToken)
    {
        var seen = await library.FindAsync(path, cancellationToken);
        var stored = await library.StoreAsync(path, content, seen?.Version, cancellationToken);
        return stored.TryGet(out var outcome, out var error) ? outcome.Document : error;
    }
}

/// <summary>Where a person opens the document and the package.</summary>
public sealed record HandoverStored(Uri Document, Uri Package);
