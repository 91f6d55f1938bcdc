using Klynge.Application.Data;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Common;

namespace Klynge.Application.Tests.WrittenProcedures.Evidence;

internal static class BuildEvidenceExtensions
{
    /// <summary>The package in memory, as tests like to take it apart.</summary>
    internal static async Task<Result<byte[]>> HandleAsync(
        this BuildEvidence build, Caller caller, BuildEvidenceRequest request, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        var built = await build.HandleAsync(caller, request, output, cancellationToken);
        return built.Error is { } error ? error : output.ToArray();
    }
}
