namespace Klynge.Domain.Minutes;

/// <summary>A document of approved minutes as the library has it.</summary>
/// <param name="Version">The library's own name for it, see <see cref="MeetingMinutes.DocumentVersion"/>.</param>
/// <param name="PdfPath">In the library; null where it renders none.</param>
/// <param name="PdfUrl">Where a person opens the PDF; null where the host's own page does.</param>
public sealed record PublishedFile(string Version, string? PdfPath, string? PdfUrl);
