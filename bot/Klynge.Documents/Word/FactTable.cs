using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Word;

/// <summary>When, where and who leads: one row per fact that is known.</summary>
internal static class FactTable
{
    public static Table? Of(PagesOfMinutes printed)
    {
        var rows = Facts(printed.Document, isDateWithTime: printed.HasPagePerItem).Where(fact => fact.Value is not null).Select(fact => Row(fact.Label, fact.Value!)).ToList();
        return rows.Count == 0 ? null : WordTables.Of(TemplateStyles.FactTable, Texts.FactsCaption, [2268, 7086], rows, firstRowIsHeader: false);
    }

    private static IEnumerable<(string Label, string? Value)> Facts(MinutesDocument document, bool isDateWithTime)
    {
        var date = document.Date is { } held ? Texts.LongDate(held) : null;
        var time = document.Start is { } start ? Texts.Span(start, document.End) : document.End is { } end ? Texts.Until(end) : null;
        if (isDateWithTime && date is not null && document.Start is not null)
            (date, time) = ($"{date} {time}", null);

        return
        [
            (Texts.Date, date),
            (Texts.Time, time),
            (Texts.Place, document.Place),
            (Texts.Chair, document.Chair),
            (Texts.MinuteTaker, document.MinuteTaker),
            (Texts.CaseNumber, document.CaseNumber),
            (Texts.DocumentNumber, document.DocumentNumber),
        ];
    }

    private static TableRow Row(string label, string value) => new(
        new TableRowProperties(new CantSplit()),
        new TableCell(WordParagraphs.Of(TemplateStyles.FactLabel, label)),
        new TableCell(WordParagraphs.Of(TemplateStyles.Fact, value)));
}
