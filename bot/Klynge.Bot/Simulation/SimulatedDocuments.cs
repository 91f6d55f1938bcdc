using Klynge.Bot.Workbench;
using Klynge.Microsoft365.Simulated;
using Klynge.Microsoft365.Simulated.Drives;
using NodaTime;

namespace Klynge.Bot.Simulation;

/// <summary>What stands in the stand-in's SharePoint.</summary>
internal sealed class SimulatedDocuments(FakeGraph graph) : IWorkbenchDocuments
{
    private const int Newest = 200;

    public Task<IReadOnlyList<WorkbenchDocument>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<WorkbenchDocument>>(
            [.. graph.Drives.Library.Files.OrderByDescending(file => file.Modified).Take(Newest).Select(Describe)]);

    public Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(graph.Drives.Library.Find(id) is { } file ? new MemoryStream(file.Content, writable: false) : null);

    private static WorkbenchDocument Describe(SimulatedFile file)
    {
        var folder = file.Path.Length > file.Name.Length ? file.Path[..^(file.Name.Length + 1)] : string.Empty;
        return new WorkbenchDocument(file.Path, file.Name, folder, file.Content.Length, Instant.FromDateTimeOffset(file.Modified));
    }
}
