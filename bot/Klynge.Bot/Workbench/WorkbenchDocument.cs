using NodaTime;

namespace Klynge.Bot.Workbench;

/// <summary>A stored document as the page lists it.</summary>
/// <param name="Id">What <see cref="IWorkbenchDocuments.OpenAsync"/> finds it by.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Folder">Where it lies in the library, with <c>/</c> between the folders; empty at the root.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">When it was last written.</param>
public sealed record WorkbenchDocument(string Id, string Name, string Folder, long Size, Instant Modified);
