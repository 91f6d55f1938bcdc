using DocumentFormat.OpenXml;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Documents.Word;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// The remarks as a document of their own, which is attached to the next agenda and to the case. Why somebody is inhabil is no remark on the
/// case: it stands in the protocol alone.
/// </summary>
public static class RemarksWriter
{
    /// <param name="record">The closed case.</param>
    /// <param name="template">The look; null for ours.</param>
    /// <returns>Null when nobody had anything to remark.</returns>
    public static byte[]? Write(ProcedureRecord record, WordTemplate? template = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        var remarks = record.View.Seats.Where(seat => seat.Remarks is not null && seat.Answer != Answer.Recused).ToList();
        return remarks.Count == 0 && record.ConsultationRemarks.Count == 0
            ? null
            : ProcedureWord.Write(Texts.RemarksTitle, record, text => Content(record, remarks, text), template);
    }

    private static IEnumerable<OpenXmlElement> Content(ProcedureRecord record, List<SeatView> remarks, WordTextWriter text)
    {
        yield return WordParagraphs.Of(TemplateStyles.Kind, Texts.RemarksTitle);
        yield return WordParagraphs.Of(TemplateStyles.Title, record.View.Forum);
        yield return WordParagraphs.Of(TemplateStyles.Subtitle, record.View.Case.Title);
        foreach (var seat in remarks)
        {
            yield return ProcedureWord.Heading($"{seat.Voter}, {seat.Organisation}: {Texts.Name(seat)}");
            foreach (var paragraph in text.Of(seat.Remarks, TextStyles.Body))
                yield return paragraph;
        }

        foreach (var remark in record.ConsultationRemarks)
        {
            yield return ProcedureWord.Heading(record.HeardAs(remark));
            foreach (var paragraph in text.Of(remark.Text, TextStyles.Body))
                yield return paragraph;
        }
    }
}
