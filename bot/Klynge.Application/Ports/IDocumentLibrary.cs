using Klynge.Application.Documents;
using Klynge.Domain.Common;

namespace Klynge.Application.Ports;

/// <summary>
/// Where the board's documents are kept: SharePoint, or a folder in its place. It never overwrites anything that the caller has not seen,
/// and keeps what it replaces as an earlier version. Reading throws <see cref="DocumentLibraryException"/> while it is out of reach.
/// </summary>
public interface IDocumentLibrary
{
    /// <summary>Stores a document, whole or not at all. Storing the same content again changes nothing.</summary>
    /// <param name="path">Where.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="seen">The <see cref="StoredDocument.Version"/> that the caller believes is there; null for »there is none«.</param>
    /// <param name="cancellationToken">Gives up before anything is stored.</param>
    /// <returns>What came of it; an error with a sentence when the library cannot be written (read-only, full, locked, out of reach).</returns>
    Task<Result<StoreOutcome>> StoreAsync(
        DocumentPath path, ReadOnlyMemory<byte> content, string? seen, CancellationToken cancellationToken);

    /// <summary>The documents of one folder (<see cref="DocumentPath.Folder"/>), by name; none when there is no such folder.</summary>
    Task<IReadOnlyList<StoredDocument>> ListAsync(string folder, CancellationToken cancellationToken);

    /// <summary>The present version of a document; null when there is no such document.</summary>
    Task<StoredDocument?> FindAsync(DocumentPath path, CancellationToken cancellationToken);

    /// <summary>Opens the present version for reading; null when there is no such document.</summary>
    Task<Stream?> OpenAsync(DocumentPath path, CancellationToken cancellationToken);

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
