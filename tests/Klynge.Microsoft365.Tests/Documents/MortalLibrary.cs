using System.Diagnostics;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;

namespace Klynge.Microsoft365.Tests.Documents;

/// <summary>A library before and after each of whose steps the process can be killed, as <c>kill -9</c> does. Everything else is the real one's.</summary>
/// <param name="killAt">The step, from 1; 0 for none.</param>
internal sealed class MortalLibrary(int killAt) : IDocumentLibrary
{
    private IDocumentLibrary _real = null!;

    internal int Steps { get; private set; }

    internal MortalLibrary Around(IDocumentLibrary real)
    {
        _real = real;
        return this;
    }

    public Task<Result<StoreOutcome>> StoreAsync(DocumentPath path, Stream content, string? seen, CancellationToken cancellationToken) =>
        StepAsync(() => _real.StoreAsync(path, content, seen, cancellationToken));

    public Task<IReadOnlyList<StoredDocument>> ListAsync(string folder, CancellationToken cancellationToken) => _real.ListAsync(folder, cancellationToken);

    public Task<StoredDocument?> FindAsync(DocumentPath path, CancellationToken cancellationToken) =>
        StepAsync(() => _real.FindAsync(path, cancellationToken));

    public Task<Stream?> OpenAsync(DocumentPath path, CancellationToken cancellationToken) =>
        StepAsync(() => _real.OpenAsync(path, cancellationToken));

    public Task<Result<MoveOutcome>> MoveAsync(DocumentPath from, DocumentPath to, CancellationToken cancellationToken) =>
        StepAsync(() => _real.MoveAsync(from, to, cancellationToken));

    public Task<Result<Done>> DeleteAsync(DocumentPath path, CancellationToken cancellationToken) =>
        StepAsync(() => _real.DeleteAsync(path, cancellationToken));

    public Task<Result<StoredDocument>> DescribeAsync(StoredDocument document, DocumentFacts facts, CancellationToken cancellationToken) =>
        _real.DescribeAsync(document, facts, cancellationToken);

    public Task<Result<ReadOnlyMemory<byte>>> ConvertToPdfAsync(DocumentPath path, CancellationToken cancellationToken) =>
        _real.ConvertToPdfAsync(path, cancellationToken);

    private async Task<T> StepAsync<T>(Func<Task<T>> call)
    {
        Count();
        var answer = await call();
        Count();
        return answer;
    }

    private void Count()
    {
        if (++Steps == killAt)
            Process.GetCurrentProcess().Kill();
    }
}
