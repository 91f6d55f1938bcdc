using Klynge.Application.Documents;
using Klynge.Domain.Calendar;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>Where the documents of a closed-down case lie, and what they are called.</summary>
internal static class ProcedureNames
{
    private const int LongestTitle = 80;
    private const int TailLength = 6;

    /// <summary>
    /// <c>Chefforum/2026/Beslutningsprotokol 2026-01-13 Vinterplan.docx</c>; of a closed case
    /// <c>Chefforum/Lukket/2026/Beslutningsprotokol 2026-01-13 lukket sag 3f9c02.docx</c>, for the names of files are read by more people than
    /// files. Packages of evidence have the end of the case's id, too, so that neither of two with one title replaces the other's.
    /// </summary>
    internal static DocumentPath Of(ProcedureView view, string kind, string extension)
    {
        var closed = DanishTime.ToDanish(view.ClosedAt!.Value).Date;
        var tail = view.Id.ToString("N")[^TailLength..];
        var what = view.Case.IsClosed ? $"{Texts.ClosedCaseInNames} {tail}" : DanishText.Shorten(view.Case.Title, LongestTitle);
        var end = kind == Texts.Evidence && !view.Case.IsClosed ? $" {tail}" : string.Empty;
        var path = DocumentPath.Of(view.Forum, closed.Year, $"{kind} {closed:uuuu-MM-dd} {what}{end}", extension);
        return view.Case.IsClosed ? path.AsClosed() : path;
    }
}
