using Klynge.Application.Documents;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Ports;

/// <summary>
/// Where the board's documents are kept: SharePoint, or a folder in its place. It never overwrites anything that the caller has not seen,
/// and keeps what it replaces as an earlier version. Reading throws <see cref="DocumentLibraryException"/> while it is out of reach.
/// </summary>
public interface IDocumentLibrary
{
    /// <summary>Stores a document, whole or not at all. Storing the same content again changes nothing.</summary>
    /// <param name="path">Where.</param>
    /// <param name="content">The whole file. It can seek, and is read from its beginning, as often as the library needs; never held whole.</param>
    /// <param name="seen">The <see cref="StoredDocument.Version"/> that the caller believes is there; null for »there is none«.</param>
    /// <param name="cancellationToken">Gives up before anything is stored.</param>
    /// <returns>What came of it; an error with a sentence when the library cannot be written (read-only, full, locked, out of reach).</returns>
    Task<Result<StoreOutcome>> StoreAsync(DocumentPath path, Stream content, string? seen, CancellationToken cancellationToken);

    /// <summary>The documents of one folder (<see cref="DocumentPath.Folder"/>), by name; none when there is no such folder.</summary>
    Task<IReadOnlyList<StoredDocument>> ListAsync(string folder, CancellationToken cancellationToken);

    /// <summary>The present version of a document; null when there is no such document.</summary>
    Task<StoredDocument?> FindAsync(DocumentPath path, CancellationToken cancellationToken);

    /// <summary>Opens the present version for reading; null when there is no such document.</summary>
    Task<Stream?> OpenAsync(DocumentPath path, CancellationToken cancellationToken);

    /// <summary>
    /// Moves a document with its earlier versions to another folder or name of the same forum, at once or not at all. Links by which people
    /// have shared it open nothing any more. Doing it again changes nothing.
    /// </summary>
    Task<Result<MoveOutcome>> MoveAsync(DocumentPath from, DocumentPath to, CancellationToken cancellationToken);

    /// <summary>Takes a document away with its earlier versions; one that is not there is gone already.</summary>
    Task<Result<Done>> DeleteAsync(DocumentPath path, CancellationToken cancellationToken);

    /// <summary>
    /// Sets the columns of a document, which may make another version of it. A library without columns leaves it as it is, and so does one
    /// whose columns have not been made: the document is worth more than its labels.
    /// </summary>
    /// <param name="document">The document as the caller has seen it; nothing is set on another version.</param>
    /// <param name="facts">What the columns are to say.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The document as it stands then.</returns>
    Task<Result<StoredDocument>> DescribeAsync(StoredDocument document, DocumentFacts facts, CancellationToken cancellationToken);

    /// <summary>The library's own rendering of a Word document as PDF; an empty one when it makes none.</summary>
    Task<Result<ReadOnlyMemory<byte>>> ConvertToPdfAsync(DocumentPath path, CancellationToken cancellationToken);
}

/// <summary>Documents that are made here, and held whole anyhow.</summary>
public static class DocumentLibraryExtensions
{
    /// <inheritdoc cref="IDocumentLibrary.StoreAsync"/>
    public static async Task<Result<StoreOutcome>> StoreAsync(
        this IDocumentLibrary library, DocumentPath path, ReadOnlyMemory<byte> content, string? seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        await using var stream = new MemoryStream(content.ToArray(), writable: false);
        return await library.StoreAsync(path, stream, seen, cancellationToken);
    }
}

/// <summary>What the library's columns say of a document, for views and filters there.</summary>
/// <param name="Forum">The forum's name.</param>
/// <param name="Date">The day of the meeting.</param>
/// <param name="Status">A word for people: <c>Kladde</c> or <c>Godkendt</c>.</param>
/// <param name="CaseNumber">The records system's; null where there is none.</param>
public sealed record DocumentFacts(string Forum, LocalDate Date, string Status, string? CaseNumber);

/// <param name="Path">Where it lies.</param>
/// <param name="Version">The library's own name for this state of it (an eTag, a hash): opaque, compared for equality only.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">When this version was stored.</param>
/// <param name="WebUrl">Where a person opens it; null where only the bot can.</param>
/// <param name="IsOurs">The bot stored this version itself, and nobody has touched it since; false where the library cannot tell.</param>
public sealed record StoredDocument(
    DocumentPath Path, string Version, long Size, Instant Modified, Uri? WebUrl = null, bool IsOurs = false);

/// <summary>What came of storing a document.</summary>
/// <param name="Document">The document as it stands in the library now.</param>
public abstract record StoreOutcome(StoredDocument Document)
{
    /// <summary>It is there now; an earlier version, if there was one, is kept.</summary>
    public sealed record Stored(StoredDocument Document) : StoreOutcome(Document);

    /// <summary>Exactly this content was there already.</summary>
    public sealed record Unchanged(StoredDocument Document) : StoreOutcome(Document);

    /// <summary>Nothing was stored: somebody has put another version there since the caller looked.</summary>
    public sealed record ChangedByOthers(StoredDocument Document) : StoreOutcome(Document);

    /// <summary>Nothing was stored: the caller believed the name to be free, and it is another document's.</summary>
    public sealed record NameTaken(StoredDocument Document) : StoreOutcome(Document);
}

/// <summary>What came of moving a document.</summary>
public abstract record MoveOutcome
{
    /// <summary>It lies in the new place, by this attempt or one before.</summary>
    public sealed record Moved(StoredDocument Document) : MoveOutcome;

    /// <summary>There was nothing to move, and nothing lies in the new place.</summary>
    public sealed record Nothing : MoveOutcome;

    /// <summary>Nothing was moved: another document has the name.</summary>
    public sealed record NameTaken : MoveOutcome;
}

/// <summary>
/// The library could not be read: an outage, or a permission that is missing. Writing answers with an error instead. It holds nothing of
/// what the library's own client threw, which may quote names and addresses.
/// </summary>
/// <param name="reason">The sentence for a person.</param>
public sealed class DocumentLibraryException(Error reason) : Exception(reason?.Code)
{
    public Error Reason { get; } = reason!;
}
