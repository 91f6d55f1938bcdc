using Klynge.Application.Documents;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Minutes;

internal static class MinutesLink
{
    /// <summary>Where a person opens the document; null while there is none.</summary>
    internal static Uri? Of(MeetingMinutes? minutes, DocumentLinks links) =>
        minutes?.DocumentUrl is { } url ? new Uri(url)
        : DocumentPath.Parse(minutes?.DocumentPath) is { } path ? links.To(path)
        : null;

    /// <summary>Where a person opens the PDF; null while there is none.</summary>
    internal static Uri? OfPdf(MeetingMinutes? minutes, DocumentLinks links) =>
        minutes?.PdfUrl is { } url ? new Uri(url)
        : DocumentPath.Parse(minutes?.PdfPath) is { } path ? links.To(path)
        : null;
}
