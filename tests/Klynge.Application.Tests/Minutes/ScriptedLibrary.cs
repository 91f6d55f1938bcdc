using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;

namespace Klynge.Application.Tests.Minutes;

/// <summary>A folder whose moods a test decides: away, read-only, slow, one that renders PDF.</summary>
internal sealed class ScriptedLibrary(string folder) : IDocumentLibrary
{
    private readonly FolderDocumentLibrary _inner = new(folder);

    internal Error? Failure { get; set; }

    internal byte[] Pdf { get; set; } = [];

    /// <summary>Why no PDF can be made.</summary>
    internal Error? PdfFailure { get; set; }

    /// <summary>Holds every store back until it is completed.</summary>
    internal TaskCompletionSource? Gate { get; set; }

    internal List<(DocumentPath Path, DocumentFacts Facts)> Described { get; } = [];

    public async Task<Result<StoreOutcome>> StoreAsync(DocumentPath path, Stream content, string? seen, CancellationToken cancellationToken)
    {
        if (Gate is { } gate)
            await gate.Task.WaitAsync(cancellationToken);

        return Failure is { } failure ? failure : await _inner.StoreAsync(path, content, seen, cancellationToken);
    }

    public Task<IReadOnlyList<StoredDocument>> ListAsync(string folder, CancellationToken cancellationToken) =>
        _inner.ListAsync(folder, cancellationToken);

    public Task<StoredDocument?> FindAsync(DocumentPath path, CancellationToken cancellationToken) =>
        Failure is { } failure ? throw new DocumentLibraryException(failure) : _inner.FindAsync(path, cancellationToken);

    public Task<Stream?> OpenAsync(DocumentPath path, CancellationToken cancellationToken) => _inner.OpenAsync(path, cancellationToken);

    public async Task<Result<MoveOutcome>> MoveAsync(DocumentPath from, DocumentPath to, CancellationToken cancellationToken) =>
        Failure is { } failure ? failure : await _inner.MoveAsync(from, to, cancellationToken);

    public async Task<Result<Done>> DeleteAsync(DocumentPath path, CancellationToken cancellationToken) =>
        Failure is { } failure ? failure : await _inner.DeleteAsync(path, cancellationToken);

    public Task<Result<StoredDocument>> DescribeAsync(StoredDocument document, DocumentFacts facts, CancellationToken cancellationToken)
    {
        Described.Add((document.Path, facts));
        return Task.FromResult<Result<StoredDocument>>(document);
    }

    public Task<Result<ReadOnlyMemory<byte>>> ConvertToPdfAsync(DocumentPath path, CancellationToken cancellationToken) =>
        Task.FromResult<Result<ReadOnlyMemory<byte>>>((Failure ?? PdfFailure) is { } failure ? failure : new ReadOnlyMemory<byte>(Pdf));
}
